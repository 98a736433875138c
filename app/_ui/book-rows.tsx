import type { BookInList } from '#lib/catalog/book-list-queries';
import type { Language } from '#lib/i18n/request';
import { changeList } from '../list/actions';
import { bookRow, type RowStyle } from './book-row';
import { type Html, html, markup } from './html';
import { FullList, listButton } from './list-button';
import { LiveMarkup } from './live-markup';

type Props = RowStyle & { books: BookInList[]; words: Language };

/** Books one below the other, each with the button that puts it on the reading list or takes it off. */
export function BookRows({ books, listed, words, ...style }: Props & { listed: readonly number[] }) {
  if (books.length === 0) return null;
  const row = (book: BookInList) =>
    html`${bookRow(book, words, style)}${listButton({ book, list: listed, words })}`;
  const mayAdd = books.some(({ id }) => !listed.includes(id));
  return (
    <form className="rows" action={changeList}>
      {mayAdd && <FullList list={listed} words={words} />}
      <LiveMarkup as="ul" html={items(books, row).__html} />
    </form>
  );
}

/** Books one below the other, to look at. */
export function PlainRows({ books, words, ...style }: Props) {
  if (books.length === 0) return null;
  return <ul {...markup(items(books, (book) => bookRow(book, words, style)))} />;
}

const items = (books: BookInList[], row: (book: BookInList) => Html): Html =>
  html`${books.map((book) => html`<li class="book-row">${row(book)}</li>`)}`;
