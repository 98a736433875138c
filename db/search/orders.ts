/** The orders that books have an index for: the first of very many are read from it. */
export const bookOrders = {
  title: { index: 'books_sort', by: 'books.sort_key, books.id' },
  author: { index: 'books_author', by: 'books.author_key, books.sort_key, books.id' },
  year: { index: 'books_year', by: 'coalesce(-books.year, 2147483647), books.sort_key, books.id' },
  newest: { index: 'books_added', by: 'books.added_at DESC, books.id DESC' },
} as const;

export type BookOrder = keyof typeof bookOrders;
