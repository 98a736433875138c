import type { Language } from '#lib/i18n/request';
import { changeList } from '../list/actions';
import { type Html, html } from './html';
import { LiveMarkup } from './live-markup';

type Listable = { id: number; title: string };

/** Puts a book on the reading list, or takes it off again: for a form with the action `changeList`. */
export function listButton({ id, title }: Listable, listed: boolean, { t }: Pick<Language, 't'>): Html {
  const label = t(listed ? 'list.remove' : 'list.add');
  return html`<button class="button button-quiet" type="submit" name="${listed ? 'remove' : 'add'}" value="${id}" aria-label="${label}: ${title}">${label}</button>`;
}

type Props = { book: Listable; listed: boolean; words: Language };

/** The same button by itself. */
export function ListButton({ book, listed, words }: Props) {
  return (
    <form action={changeList}>
      <LiveMarkup as="p" html={listButton(book, listed, words).__html} />
    </form>
  );
}
