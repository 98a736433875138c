import { useId } from 'react';
import type { BookInList } from '#lib/catalog/books/book-list-queries';
import type { I18n } from '#lib/i18n/get-i18n';
import { libraryToday } from '../../_clock/library-day';
import { ActionForm } from '../../_ui/action-form';
import { html, type SafeHtml } from '../../_ui/raw-html/html';
import { htmlRef } from '../../_ui/raw-html/html-ref';
import { lastWritten } from '../../_ui/raw-html/last-written';
import { RawHtml } from '../../_ui/raw-html/raw-html';
import { changeList } from '../list/actions';
import { bookRow, type RowStyle } from './book-row';
import { FullList, isFull, listButton } from './list-button';

type Props = RowStyle & { books: BookInList[]; i18n: I18n };

/** Books one below the other, each with the button that puts it on the reading list or takes it off. */
export function BookRows({ books, listed, i18n, ...style }: Props & { listed: readonly number[] }) {
  const note = useId();
  if (books.length === 0) return null;
  const mayAdd = books.some(({ id }) => !listed.includes(id));
  return (
    <ActionForm className="rows" action={changeList}>
      {mayAdd && <FullList list={listed} i18n={i18n} note={note} />}
      <RawHtml as="ul" role="list" {...htmlRef(rowsOf({ books, i18n, listed, note, style }))} />
    </ActionForm>
  );
}

type Rows = { books: BookInList[]; i18n: I18n; listed: readonly number[]; note: string; style: RowStyle };

const written = lastWritten<BookInList[]>();

function rowsOf({ books, i18n, listed, note, style }: Rows): SafeHtml {
  const options = { ...style, today: libraryToday() };
  const row = (book: BookInList) =>
    bookRow(book, i18n, options, listButton({ book, list: listed, i18n, note }));
  const onList = books.flatMap(({ id }) => (listed.includes(id) ? id : []));
  const key = JSON.stringify([i18n.locale, options, onList, isFull(listed) && note]);
  return written(books, key, () => html`${books.map(row)}`);
}

/** Books one below the other, to look at. */
export function PlainRows({ books, i18n, ...style }: Props) {
  if (books.length === 0) return null;
  const options = { ...style, today: libraryToday() };
  const rows = books.map((book) => bookRow(book, i18n, options, null));
  return <RawHtml as="ul" role="list" {...htmlRef(html`${rows}`)} />;
}
