import type { BookInList } from '#lib/catalog/book-list-queries';
import type { Language } from '#lib/i18n/request';
import { changeList } from '../list/actions';
import { bookRow, type RowStyle } from './book-row';
import { markup } from './html';

type Props = RowStyle & { books: BookInList[]; words: Language };

/** Books one below the other, each with the button that puts it on the reading list or takes it off. */
export function BookRows({ books, listed, words, ...style }: Props & { listed: readonly number[] }) {
  return (
    <form className="rows" action={changeList}>
      <ul>
        {books.map((book) => (
          <li key={book.id} className="book-row">
            <div className="contents" {...markup(bookRow(book, words, style))} />
            <ListedButton book={book} listed={listed.includes(book.id)} words={words} />
          </li>
        ))}
      </ul>
    </form>
  );
}

/** Books one below the other, to look at. */
export function PlainRows({ books, words, ...style }: Props) {
  return (
    <ul>
      {books.map((book) => (
        <li key={book.id} className="book-row" {...markup(bookRow(book, words, style))} />
      ))}
    </ul>
  );
}

type ButtonProps = { book: BookInList; listed: boolean; words: Language };

function ListedButton({ book, listed, words: { t } }: ButtonProps) {
  const label = t(listed ? 'list.remove' : 'list.add');
  return (
    <button
      className="button button-quiet"
      type="submit"
      name={listed ? 'remove' : 'add'}
      value={book.id}
      aria-label={`${label}: ${book.title}`}
    >
      {label}
    </button>
  );
}
