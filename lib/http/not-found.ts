import { addressOf, recordKinds } from '#lib/catalog/address-queries';
import { anyBookExists } from '#lib/catalog/books/existence-queries';
import { isTraversal } from '#lib/http/request-target';
import { suggestionsPath } from '#lib/search/suggestions/suggestions-address';
import { parseListedBooks } from '#lib/visitor/reading-list';

/** An address that is none: what stands there is the page for what is not found. */
export const notFoundPath = '/-';

/** Addresses that look like a record's and are none. */
const besideRecords: ReadonlySet<string> = new Set(['/books/feed.atom', suggestionsPath]);

/**
 * Whether an address is that of no record, or of no page at all. Asked before Next is, because a page that finds out by itself has its
 * whole document thrown away: what is left is empty until a script fills it.
 */
export async function isUnknownRecord(url: string): Promise<boolean> {
  const path = readable(url.split('?')[0] ?? '');
  if (path === undefined || isTraversal(path, url)) return true;
  if (besideRecords.has(path)) return false;
  const [, kind = '', segment = ''] = /^\/([a-z]+)\/([^/]+)\/?$/.exec(path) ?? [];
  if (recordKinds.has(kind)) return (await addressOf(kind, segment)) === undefined;
  if (kind !== 'list') return false;
  const books = parseListedBooks(segment);
  return !books || !(await anyBookExists(books));
}

/** Undefined where an escape is broken, over which Next would fail. */
function readable(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
