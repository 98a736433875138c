import type { SafeHtml } from './html';

/**
 * The HTML of what is the same object from one request to the next, such as the books of a search that is remembered,
 * as it was last asked for. The key holds all else that it depends on.
 */
export function lastWritten<Source extends object>() {
  const written = new WeakMap<Source, { key: string; html: SafeHtml }>();
  return (source: Source, key: string, write: () => SafeHtml): SafeHtml => {
    const before = written.get(source);
    if (before?.key === key) return before.html;
    const html = write();
    written.set(source, { key, html });
    return html;
  };
}
