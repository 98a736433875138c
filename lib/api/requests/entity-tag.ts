import { createHash } from 'node:crypto';

/** Weak: the same content is sent with different compressions. */
export const entityTag = (body: string): string =>
  `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

/** Whether `If-None-Match` has this tag, compared weakly: <https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2>. */
export function isKnown(tag: string, ifNoneMatch: string | null): boolean {
  if (ifNoneMatch === null) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const known: string[] = ifNoneMatch.match(/"[^"]*"/g) ?? [];
  return known.includes(tag.slice('W/'.length));
}
