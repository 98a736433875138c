import type { ReactNode } from 'react';
import type { Scope } from '#lib/browse/scope';
import type { BookInList } from '#lib/catalog/books/book-list-queries';
import type { I18n } from '#lib/i18n/get-i18n';
import type { SearchParams } from '#lib/lists/list-params';
import { readSession } from '#lib/visitor/session';
import { BookRows } from '../_parts/book-rows';
import { type BooksListed, ListedBooks } from './listed-books';

type Props = {
  scope: Scope;
  list: BooksListed;
  books: BookInList[];
  params: SearchParams;
  empty: string;
  letters?: ReactNode;
  i18n: I18n;
};

/** A list of books that nothing narrows: all of them, those of a genre, of a language. */
export async function BookList({ books, ...list }: Props) {
  const listed = (await readSession()).get('list', []);
  return (
    <ListedBooks {...list}>
      <BookRows books={books} listed={listed} i18n={list.i18n} />
    </ListedBooks>
  );
}
