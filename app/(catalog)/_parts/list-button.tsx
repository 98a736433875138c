import { useId } from 'react';
import type { I18n } from '#lib/i18n/get-i18n';
import { maxListLength } from '#lib/visitor/session-shape';
import { ActionForm } from '../../_ui/action-form';
import { html, type SafeHtml } from '../../_ui/raw-html/html';
import { changeList } from '../list/actions';
import { rowId } from './row-id';

type Listing = {
  book: { id: number; title: string };
  /** The books of the reader's list. */
  list: readonly number[];
  i18n: Pick<I18n, 't'>;
  /** The id of the `FullList` beside it. */
  note: string;
};

/** Puts a book on the reading list, or takes it off again: for a form with the action `changeList` and, where it is full, a `FullList`. */
export function listButton(listing: Listing): SafeHtml {
  const { name, value, label, action, note } = buttonOf(listing);
  const mark = name === 'remove' ? html`<span aria-hidden="true">✓</span> ` : null;
  const described = note ? html` aria-describedby="${note}"` : null;
  return html`<button name="${name}" value="${value}" aria-label="${label}"${described}>${mark}${action}</button>`;
}

function buttonOf({ book, list, i18n: { t }, note }: Listing) {
  const listed = list.includes(book.id);
  const action = t(listed ? 'list.listed' : 'list.add');
  return {
    name: listed ? 'remove' : 'add',
    value: book.id,
    // What one sees is in the name: a voice may say it.
    label: listed ? `${action}, ${t('list.remove')}: ${book.title}` : `${action}: ${book.title}`,
    action,
    note: !listed && isFull(list) ? note : undefined,
  };
}

export const isFull = (list: readonly number[]) => list.length >= maxListLength;

/** Says that the list takes no more, where there are books that it would take. */
export function FullList({ list, i18n: { t }, note }: Omit<Listing, 'book'>) {
  return isFull(list) ? (
    <p id={note} className="notice">
      {t('list.full', { count: maxListLength })}
    </p>
  ) : null;
}

/** The same button by itself. */
export function ListButton(props: Omit<Listing, 'note'>) {
  const listing = { ...props, note: useId() };
  const { name, value, label, action, note } = buttonOf(listing);
  return (
    <ActionForm id={rowId(listing.book)} action={changeList}>
      <p className="list-button">
        <button type="submit" name={name} value={value} aria-label={label} aria-describedby={note}>
          {name === 'remove' && <span aria-hidden="true">✓</span>}
          {name === 'remove' && ' '}
          {action}
        </button>
      </p>
      {name === 'add' && <FullList {...listing} />}
    </ActionForm>
  );
}
