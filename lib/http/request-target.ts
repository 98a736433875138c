/** Ten times what a search with every filter has. Next needs as long for so many as their square. */
const maxParameters = 1000;

/** Path and query of what a request asks for, also where it says the whole address, as it may. */
export function requestTarget(url: string): string {
  const target = url.replace(/^https?:\/\/[^/?]*/i, '');
  return target === url || target.startsWith('/') ? target : `/${target}`;
}

/** Never the query string goes into the log: it holds what people search for. */
export const pathOf = (target: string): string => target.split('?')[0] ?? '/';

/**
 * Whether no page can stand at an address, and Next would fail over it, take long, or find another page there than we
 * do: what is no path, what goes up or stays where it is, and Next's own page for failures.
 */
export function isTraversal(path: string, url: string): boolean {
  const segments = path.split(/[/\\]/);
  return (
    segments[0] !== '' ||
    segments.some((segment) => segment === '.' || segment === '..') ||
    path === '/_global-error' ||
    hasTooManyParameters(url)
  );
}

export const hasTooManyParameters = (url: string): boolean =>
  url.split('&', maxParameters + 1).length > maxParameters;
