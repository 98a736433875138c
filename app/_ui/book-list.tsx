import type { ReactNode } from 'react';
import type { BookInList } from '#lib/catalog/book-list-queries';
import type { Language } from '#lib/i18n/request';
import { readSession } from '#lib/session/server';
import { BookRow } from './book-row';
import { ListButton } from './list-button';
import { type List, ListFrame } from './list-frame';
import { BookOrders } from './order-choices';

type Props = { list: List; books: BookInList[]; empty: string; letters?: ReactNode; words: Language };

/** A list of books: all of them, those of an author, of a genre, of a language. */
export function BookList({ list, books, empty, letters, words }: Props) {
  return (
    <ListFrame
      list={list}
      count={words.t('books.count', { count: list.page.total })}
      empty={empty}
      orders={<BookOrders order={list.asked.order} words={words} />}
      letters={letters}
      words={words}
    >
      <BookRows books={books} words={words} />
    </ListFrame>
  );
}

/** Books one below the other, each with the button that puts it on the reading list. */
export async function BookRows({ books, words }: { books: BookInList[]; words: Language }) {
  const listed = (await readSession()).get('list', []);
  return (
    <ul>
      {books.map((book) => (
        <BookRow key={book.id} book={book} words={words}>
          <ListButton book={book} listed={listed.includes(book.id)} t={words.t} />
        </BookRow>
      ))}
    </ul>
  );
}
