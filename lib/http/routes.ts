import { isAddressOf } from '#lib/catalog/address';
import { findRecord } from '#lib/catalog/address-queries';
import { anyBookExists } from '#lib/catalog/books/existence-queries';
import { tutorialList, tutorialRecord } from '#lib/catalog/tutorial-address';
import { readKindly } from '#lib/http/latin-query';
import { isTraversal } from '#lib/http/request-target';
import { suggestionsPath } from '#lib/search/suggestions/suggestions-address';
import { parseListedBooks } from '#lib/visitor/reading-list';

/** What an address is to us. All that is no more than a page is Next's: whoever adds one need not come here. */
export type Route =
  | { kind: 'file' }
  | { kind: 'home' }
  | { kind: 'page' | 'unknown' }
  | { kind: 'book'; id: number }
  | { kind: 'moved'; to: string };

/** The API answers for itself, whatever it is asked. */
export const isApi = (target: string) => /^\/api\/v1(?:[/?]|$)/.test(target);

/** What is no page: it needs no policy, and who asks for it visits nothing. */
const files = [/^\/_next\/static\//, /^\/covers\/[^/]+$/, new RegExp(`^${suggestionsPath}$`)];

/**
 * The route of an address (path and query), with the one look-up that redirect, page for what is not there and visit
 * all need. That a record is not here is found out before Next is asked: where a page does, its whole document is
 * thrown away, and what is left is empty until a script fills it.
 */
export async function routeOf(target: string): Promise<Route> {
  const [path = ''] = target.split('?');
  const query = target.slice(path.length);
  const read = readable(path);
  if (read === undefined || isTraversal(read, target)) return { kind: 'unknown' };
  if (path === '/') return { kind: 'home' };
  if (files.some((file) => file.test(path))) return { kind: 'file' };
  const meant = readKindly(query);
  if (meant !== query) return { kind: 'moved', to: path + meant };
  const list = tutorialList(path);
  return list ? { kind: 'moved', to: list + query } : recordRoute(path, query);
}

/**
 * Where a record has moved for good: another slug, an author merged into another, an address of the tutorial. In one
 * step and with the query.
 */
async function recordRoute(path: string, query: string): Promise<Route> {
  const [, kind = '', segment = ''] = /^\/([a-z]+)\/([^/]+)\/?$/.exec(tutorialRecord(path) ?? path) ?? [];
  if (kind === 'list') return listRoute(segment);
  const record = await findRecord(kind, readable(segment) ?? segment);
  if (record === undefined) return { kind: 'page' };
  if (record === 'none') return { kind: 'unknown' };
  if (!isAddressOf(record.path, path)) return { kind: 'moved', to: record.path + query };
  return kind === 'books' ? { kind: 'book', id: Number(record.id) } : { kind: 'page' };
}

async function listRoute(segment: string): Promise<Route> {
  if (!/^\d+(?:-\d+)*$/.test(segment)) return { kind: 'page' };
  const books = parseListedBooks(segment);
  return books && (await anyBookExists(books)) ? { kind: 'page' } : { kind: 'unknown' };
}

function readable(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
