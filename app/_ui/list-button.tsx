import type { Translate } from '#lib/i18n/translator';
import { longestList } from '#lib/session/shape';
import { changeList } from '../list/actions';

type Props = { book: { id: number; title: string }; list: readonly number[]; t: Translate };

/** Puts a book on the reading list, or takes it off again; says so where the list takes no more. */
export function ListButton({ book, list, t }: Props) {
  const listed = list.includes(book.id);
  const full = !listed && list.length >= longestList;
  const label = t(listed ? 'list.remove' : 'list.add');
  return (
    <form action={changeList}>
      <button
        className="button button-quiet"
        type="submit"
        name={listed ? 'remove' : 'add'}
        value={book.id}
        aria-label={`${label}: ${book.title}`}
        aria-describedby={full ? 'list-full' : undefined}
      >
        {label}
      </button>
      {full && <p id="list-full">{t('list.full', { count: longestList })}</p>}
    </form>
  );
}
