import { recordId } from '#lib/catalog/address';
import { anyBookExists, authorExists, bookExists, genreExists } from '#lib/catalog/existence-queries';
import { parseListedBooks } from '#lib/catalog/reading-list';
import { suggestionsPath } from '#lib/search/suggestions-address';

/** An address that is none: what stands there is the page for what is not found. */
export const nowhere = '/-';

const exists: Record<string, (id: number) => Promise<boolean>> = {
  books: bookExists,
  authors: authorExists,
  genres: genreExists,
};

/**
 * Whether an address is that of no record. Asked before Next is, because a page that finds out by itself has its
 * whole document thrown away: what is left is empty until a script fills it.
 */
export async function leadsNowhere(url: string): Promise<boolean> {
  const path = readable(url.split('?')[0] ?? '');
  if (path === undefined) return true;
  if (path === suggestionsPath) return false;
  const [, kind = '', segment = ''] = /^\/(books|authors|genres|list)\/([^/]+)\/?$/.exec(path) ?? [];
  if (kind === '') return false;
  if (kind === 'list') {
    const books = parseListedBooks(segment);
    return !books || !(await anyBookExists(books));
  }
  const id = recordId(segment);
  return id === undefined || !(await exists[kind]?.(id));
}

/** Undefined where an escape is broken, over which Next would fail. */
function readable(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
