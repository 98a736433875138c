import { useId } from 'react';
import type { Language } from '#lib/i18n/request';
import { longestList } from '#lib/session/shape';
import { changeList } from '../list/actions';
import { type Html, html } from './html';
import { Markup } from './markup';
import { rowId } from './row-id';
import { markup } from './send-markup';

type Listing = {
  book: { id: number; title: string };
  /** The books of the reader's list. */
  list: readonly number[];
  words: Pick<Language, 't'>;
  /** The id of the `FullList` beside it. */
  note: string;
};

/** Puts a book on the reading list, or takes it off again: for a form with the action `changeList` and, where it is full, a `FullList`. */
export function listButton({ book, list, words: { t }, note }: Listing): Html {
  const listed = list.includes(book.id);
  const label = t(listed ? 'list.remove' : 'list.add');
  const refused = !listed && isFull(list) ? html` aria-describedby="${note}"` : null;
  return html`<button name="${listed ? 'remove' : 'add'}" value="${book.id}" aria-label="${label}: ${book.title}"${refused}>${label}</button>`;
}

const isFull = (list: readonly number[]) => list.length >= longestList;

/** Says that the list takes no more, where there are books that it would take. */
export function FullList({ list, words: { t }, note }: Omit<Listing, 'book'>) {
  return isFull(list) ? (
    <p id={note} className="notice">
      {t('list.full', { count: longestList })}
    </p>
  ) : null;
}

/** The same button by itself. */
export function ListButton(props: Omit<Listing, 'note'>) {
  const listing = { ...props, note: useId() };
  return (
    <form id={rowId(listing.book)} action={changeList}>
      <Markup as="p" className="list-button" {...markup(listButton(listing))} />
      {!listing.list.includes(listing.book.id) && <FullList {...listing} />}
    </form>
  );
}
