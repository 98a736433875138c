import type { ReactNode } from 'react';
import type { BookInList } from '#lib/catalog/books/book-list-queries';
import type { Language } from '#lib/i18n/get-i18n';
import { readSession } from '#lib/visitor/session';
import { BookRows } from './book-rows';
import { type List, ListFrame } from './list-frame';
import { BookOrders } from './order-choices';

type Props = { list: List; books: BookInList[]; empty: string; letters?: ReactNode; words: Language };

/** A list of books: all of them, those of an author, of a genre, of a language. */
export async function BookList({ list, books, empty, letters, words }: Props) {
  const listed = (await readSession()).get('list', []);
  return (
    <ListFrame
      list={list}
      count={words.t('books.count', { count: list.page.total })}
      empty={empty}
      orders={<BookOrders order={list.asked.order} words={words} />}
      letters={letters}
      words={words}
    >
      <BookRows books={books} listed={listed} words={words} />
    </ListFrame>
  );
}
