import { type BookInList, type BookOrder, bookList } from '#lib/catalog/book-list-queries';
import { type Arrival, arrivalsOf } from '#lib/catalog/feed-queries';

export type FeedBook = BookInList & Arrival;
export type FeedSearch = { query: string; order: BookOrder };
export type FeedBooks = { total: number; books: FeedBook[] };

const longestFeed = 50;
const orders: readonly BookOrder[] = ['title', 'year', 'newest'];

/** The parameters of `/books`; those that no feed has, such as a page, do not matter. */
export function parseFeedSearch(parameters: URLSearchParams): FeedSearch {
  const query = parameters.get('q')?.replaceAll('\0', '').trim().slice(0, 200) ?? '';
  const order = orders.find((known) => known === parameters.get('sort')) ?? 'newest';
  return { query, order };
}

/** The same search as an address always has the same parameters, in the same order. */
export function feedParameters({ query, order }: FeedSearch): URLSearchParams {
  return new URLSearchParams({ ...(query && { q: query }), ...(order !== 'newest' && { sort: order }) });
}

/** What a search finds, for a feed: the one place that knows how books are searched. */
export async function booksForFeed({ query, order }: FeedSearch): Promise<FeedBooks> {
  const { page, books } = await bookList({ query }, 1, longestFeed, order);
  const arrivals = await arrivalsOf(books.map(({ id }) => id));
  return {
    total: page.total,
    books: books.flatMap((book) => {
      const arrival = arrivals.get(book.id);
      return arrival ? [{ ...book, ...arrival }] : [];
    }),
  };
}
