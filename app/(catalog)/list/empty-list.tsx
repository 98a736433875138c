import Link from 'next/link';
import type { I18n } from '#lib/i18n/get-i18n';
import { listSegment, parseListedBooks } from '#lib/visitor/reading-list';
import { ActionForm } from '../../_ui/action-form';
import { keepList } from './actions';

type Props = {
  /** What was on the list before it was emptied, as the address says it. */
  emptied: string;
  i18n: I18n;
};

/** What to do where there is nothing on the list, and the way back for who emptied it. */
export function EmptyList({ emptied, i18n: { t } }: Props) {
  const books = parseListedBooks(emptied);
  return (
    <>
      {books && (
        <ActionForm action={keepList} className="notice items-center">
          <p>{t('list.emptiedNow')}</p>
          <button className="button button-quiet" type="submit" name="books" value={listSegment(books)}>
            {t('list.undo')}
          </button>
        </ActionForm>
      )}
      <p className="mt-4">
        {t('list.empty')} <Link href="/books">{t('home.allBooks')}</Link>
      </p>
    </>
  );
}
