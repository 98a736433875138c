import { useId } from 'react';
import type { BookInList } from '#lib/catalog/books/book-list-queries';
import type { Language } from '#lib/i18n/get-i18n';
import { html } from '../../_ui/raw-html/html';
import { htmlRef } from '../../_ui/raw-html/html-ref';
import { RawHtml } from '../../_ui/raw-html/raw-html';
import { changeList } from '../list/actions';
import { bookRow, type RowStyle } from './book-row';
import { FullList, listButton } from './list-button';

type Props = RowStyle & { books: BookInList[]; words: Language };

/** Books one below the other, each with the button that puts it on the reading list or takes it off. */
export function BookRows({ books, listed, words, ...style }: Props & { listed: readonly number[] }) {
  const note = useId();
  if (books.length === 0) return null;
  const row = (book: BookInList) =>
    bookRow(book, words, style, listButton({ book, list: listed, words, note }));
  const mayAdd = books.some(({ id }) => !listed.includes(id));
  return (
    <form className="rows" action={changeList}>
      {mayAdd && <FullList list={listed} words={words} note={note} />}
      <RawHtml as="ul" role="list" {...htmlRef(html`${books.map(row)}`)} />
    </form>
  );
}

/** Books one below the other, to look at. */
export function PlainRows({ books, words, ...style }: Props) {
  if (books.length === 0) return null;
  return (
    <RawHtml
      as="ul"
      role="list"
      {...htmlRef(html`${books.map((book) => bookRow(book, words, style, null))}`)}
    />
  );
}
