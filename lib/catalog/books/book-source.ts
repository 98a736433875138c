import { books } from '#db/schema/catalog';
import { type BookFilter, bookMeets, booksThat } from '#lib/catalog/books/book-filter';
import { type BookOrder, bookSortOrder } from '#lib/catalog/books/book-orders';
import type { ListSource } from '#lib/lists/list-queries';
import { listOf } from '#lib/lists/list-rows';

/** How many books a filter leaves, and how many there are. */
type Totals = { total: number; all: number };

/** The books that a filter leaves, as a list in one order. */
export function bookSource(filter: BookFilter, order: BookOrder, { total, all }: Totals): ListSource {
  const where = booksThat(filter);
  const held = isIndexed(filter, order) ? undefined : bookMeets(filter);
  const within = held && { total: all, held };
  return listOf({ table: books, sortOrder: bookSortOrder(order), total, where, within });
}

/** All books are in every order, those of a language in that of their titles. */
const isIndexed = ({ language }: BookFilter, order: BookOrder) => language !== undefined && order === 'title';
