import type { Translate } from '#lib/i18n/translator';
import { changeList } from '../list/actions';

type Props = { book: { id: number; title: string }; listed: boolean; t: Translate };

/** Puts a book on the reading list, or takes it off again. */
export function ListButton({ book, listed, t }: Props) {
  const label = t(listed ? 'list.remove' : 'list.add');
  return (
    <form action={changeList}>
      <button
        className="button button-quiet"
        type="submit"
        name={listed ? 'remove' : 'add'}
        value={book.id}
        aria-label={`${label}: ${book.title}`}
      >
        {label}
      </button>
    </form>
  );
}
