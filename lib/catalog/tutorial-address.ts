/**
 * The addresses of the LocalLibrary that readers may come from, the one of MDN's tutorials:
 * https://developer.mozilla.org/docs/Learn_web_development/Extensions/Server-side/Django/Tutorial_local_library_website
 */
const lists = new Map([
  ['', '/'],
  ['books', '/books'],
  ['authors', '/authors'],
  ['genres', '/genres'],
  ['languages', '/languages'],
  ['bookinstances', '/books'],
  // A member's own pages have no counterpart yet.
  ['mybooks', '/'],
  ['borrowed', '/'],
]);

const records = new Map([
  ['book', 'books'],
  ['author', 'authors'],
  ['genre', 'genres'],
  ['language', 'languages'],
  ['bookinstance', 'copies'],
]);

/** `/catalog/books/` → `/books`. Languages had numbers there; here they have codes, so that a number leads to all. */
export function tutorialList(path: string): string | undefined {
  if (/^\/catalog\/language\/\d+\/?$/.test(path)) return '/languages';
  const [match, list = ''] = /^\/catalog(?:\/([^/]+))?\/?$/.exec(path) ?? [];
  return match && lists.get(list);
}

/** `/catalog/book/42/` → `/books/42`, whether there is such a book or not. */
export function tutorialRecord(path: string): string | undefined {
  const [, kind = '', record] = /^\/catalog\/([^/]+)\/([^/]+)\/?$/.exec(path) ?? [];
  const ours = records.get(kind);
  return ours && `/${ours}/${record}`;
}
