import { booksInOrder } from '#lib/catalog/books/book-list-queries';
import { offsetOf, type Page } from '#lib/lists/paging';
import { type FoundBook, withReasons } from '#lib/search/reasons';
import type { SearchResult } from '#lib/search/search';

/** Of each search the page that was asked for last is remembered: for as long as the search is, nothing of it changes. */
const pages = new WeakMap<SearchResult, { key: string; books: Promise<FoundBook[]> }>();

export async function booksOn(found: SearchResult, page: Page): Promise<FoundBook[]> {
  const [from, key] = [offsetOf(page), `${page.number} ${page.size}`];
  const cached = pages.get(found);
  if (cached?.key === key) return await cached.books;
  const books = booksInOrder(found.ids.slice(from, from + page.size)).then((all) =>
    withReasons(all, found.terms),
  );
  pages.set(found, { key, books });
  books.catch(() => pages.delete(found));
  return await books;
}
