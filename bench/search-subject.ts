import { bookList } from '#lib/catalog/book-list-queries';

/** What the catalog is narrowed to beside the words; the same as in an address. */
export type Filters = {
  genre: string[];
  language: string[];
  author: string[];
  decade: string[];
  format: string[];
};

export const noFilters: Filters = { genre: [], language: [], author: [], decade: [], format: [] };

/**
 * What the benchmarks of search measure, in one place: the first books that a reader finds, by id, with whatever the
 * page needs beside them (the total, the counts of the filters). The list of books knows no filters of this kind yet.
 */
export async function searched(q: string, _filters: Filters = noFilters, size = 10): Promise<number[]> {
  const { books } = await bookList({ query: q }, 1, size);
  return books.map(({ id }) => id);
}

/** What is offered to a reader who has typed so much. */
export async function suggested(typed: string): Promise<string[]> {
  const { books } = await bookList({ query: typed }, 1, 8);
  return books.map(({ title }) => title);
}

/** The tables and indexes that are there for search alone. */
export const isForSearch = (name: string) => /search|fts|trgm|trigram|words|suggest/.test(name);
