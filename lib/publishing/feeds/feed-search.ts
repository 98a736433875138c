import { type BookInList, bookIndex, booksInOrder } from '#lib/catalog/books/book-list-queries';
import { type Arrival, arrivalsOf } from '#lib/catalog/books/feed-queries';
import {
  isFiltered,
  paramsOf,
  parseFilters,
  parseQuery,
  type SearchRequest,
  searchParams,
} from '#lib/search/request';
import { search } from '#lib/search/search';

export type FeedBook = BookInList & Arrival;
export type FeedSearch = Pick<SearchRequest, 'q' | 'filters'>;
export type FeedBooks = { total: number; books: FeedBook[] };

const longestFeed = 50;

export function parseFeedSearch(parameters: URLSearchParams): FeedSearch {
  const params = paramsOf(parameters);
  return { q: parseQuery(params.q), filters: parseFilters(params) };
}

/** The same search as an address always has the same parameters, in the same order. */
export const feedParameters = (asked: FeedSearch): URLSearchParams =>
  searchParams({ ...asked, sort: 'relevance' });

export async function booksForFeed(asked: FeedSearch): Promise<FeedBooks> {
  const { total, books } = asked.q || isFiltered(asked.filters) ? await searched(asked) : await newest();
  const arrivals = await arrivalsOf(books.map(({ id }) => id));
  return {
    total,
    books: books.flatMap((book) => {
      const arrival = arrivals.get(book.id);
      return arrival ? [{ ...book, ...arrival }] : [];
    }),
  };
}

async function newest() {
  const { page, books } = await bookIndex({}, { order: 'newest', size: longestFeed, page: 1 });
  return { total: page.total, books };
}

async function searched(asked: FeedSearch) {
  const { ids } = await search({ ...asked, sort: 'newest' });
  return { total: ids.length, books: await booksInOrder(ids.slice(0, longestFeed)) };
}
