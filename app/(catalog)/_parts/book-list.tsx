import type { ReactNode } from 'react';
import type { BookInList } from '#lib/catalog/books/book-list-queries';
import type { I18n } from '#lib/i18n/get-i18n';
import { readSession } from '#lib/visitor/session';
import { BookRows } from './book-rows';
import { type List, ListFrame } from './list-frame';
import { BookOrders } from './order-choices';

type Props = { list: List; books: BookInList[]; empty: string; letters?: ReactNode; i18n: I18n };

/** A list of books: all of them, those of an author, of a genre, of a language. */
export async function BookList({ list, books, empty, letters, i18n }: Props) {
  const listed = (await readSession()).get('list', []);
  return (
    <ListFrame
      list={list}
      count={i18n.t('books.count', { count: list.page.total })}
      empty={empty}
      orders={<BookOrders order={list.asked.order} i18n={i18n} />}
      letters={letters}
      i18n={i18n}
    >
      <BookRows books={books} listed={listed} i18n={i18n} />
    </ListFrame>
  );
}
