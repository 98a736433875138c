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
};

/** Puts a book on the reading list, or takes it off again: for a form with the action `changeList` and, where it is full, a `FullList`. */
export function listButton({ book, list, words: { t } }: Listing): Html {
  const listed = list.includes(book.id);
  const label = t(listed ? 'list.remove' : 'list.add');
  const refused = !listed && isFull(list) ? html` aria-describedby="${full}"` : null;
  return html`<button name="${listed ? 'remove' : 'add'}" value="${book.id}" aria-label="${label}: ${book.title}"${refused}>${label}</button>`;
}

const full = 'list-full';
const isFull = (list: readonly number[]) => list.length >= longestList;

/** Says that the list takes no more, where there are books that it would take. */
export function FullList({ list, words: { t } }: Pick<Listing, 'list' | 'words'>) {
  return isFull(list) ? (
    <p id={full} className="notice">
      {t('list.full', { count: longestList })}
    </p>
  ) : null;
}

/** The same button by itself. */
export function ListButton(listing: Listing) {
  return (
    <form id={rowId(listing.book)} action={changeList}>
      <Markup as="p" className="list-button" {...markup(listButton(listing))} />
      {!listing.list.includes(listing.book.id) && <FullList {...listing} />}
    </form>
  );
}
