import { useId } from 'react';
import type { BookInList } from '#lib/catalog/book-list-queries';
import type { Language } from '#lib/i18n/request';
import { changeList } from '../list/actions';
import { bookRow, type RowStyle } from './book-row';
import { FullList, listButton } from './list-button';
import { html } from './raw-html/html';
import { htmlRef } from './raw-html/html-ref';
import { RawHtml } from './raw-html/raw-html';

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
