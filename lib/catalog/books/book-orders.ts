import { type BookOrder, bookOrderNames, bookOrders } from '#db/book-orders';
import type { SortOrder } from '#lib/lists/sort-order';
import { oneOf } from '#lib/one-of';

export { type BookOrder, bookOrderNames };

export const isBookOrder = oneOf(bookOrderNames);

export const bookSortOrder = (order: BookOrder): SortOrder => ({ name: order, ...bookOrders[order] });
