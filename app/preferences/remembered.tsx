import Link from 'next/link';
import { bookPath } from '#lib/catalog/address';
import { booksInOrder } from '#lib/catalog/books/book-list-queries';
import type { I18n } from '#lib/i18n/get-i18n';
import { localeNames } from '#lib/i18n/locales';
import type { LibrarySession } from '#lib/visitor/session-shape';
import { isoDayOf } from '#lib/visitor/visit-days';
import { ActionForm } from '../_ui/action-form';
import { chooseLanguageOrTheme, forgetViewed, forgetVisits, showNotices } from './actions';
import { Forget, Preference } from './preference';

type Props = { session: LibrarySession; i18n: I18n };

export function Visits({ session, i18n: { t, day, list } }: Props) {
  const visits = session.get('num_visits', 0);
  const days = session.get('visitDays', []).map((each) => day(isoDayOf(each)));
  return (
    <Preference title={t('preferences.visits')}>
      <p>{visits > 0 ? t('preferences.visitsCount', { count: visits }) : t('preferences.noVisits')}</p>
      {days.length > 0 && <p>{t('preferences.visitDays', { days: list(days) })}</p>}
      {visits > 0 && <Forget action={forgetVisits}>{t('preferences.forgetVisits')}</Forget>}
    </Preference>
  );
}

export function ReadingList({ session, i18n: { t } }: Props) {
  const count = session.get('list', []).length;
  return (
    <Preference title={t('list.title')}>
      <p>
        {t('preferences.listCount', { count })} <Link href="/list">{t('preferences.toList')}</Link>
      </p>
    </Preference>
  );
}

export async function Viewed({ session, i18n: { t } }: Props) {
  const books = await booksInOrder(session.get('viewed', []));
  return (
    <Preference title={t('home.viewed')}>
      {books.length === 0 && <p>{t('preferences.noViewed')}</p>}
      <ol className="list-inside list-decimal">
        {books.map((book) => (
          <li key={book.id}>
            <Link href={bookPath(book)} prefetch={false} lang={book.language ?? undefined}>
              {book.title}
            </Link>
          </li>
        ))}
      </ol>
      {books.length > 0 && <Forget action={forgetViewed}>{t('preferences.forgetViewed')}</Forget>}
    </Preference>
  );
}

export function Notices({ session, i18n: { t } }: Props) {
  const closed = session.get('closedNotices', []).length;
  return (
    <Preference title={t('preferences.notices')}>
      <p>{t('preferences.noticesClosed', { count: closed })}</p>
      {closed > 0 && <Forget action={showNotices}>{t('preferences.showNotices')}</Forget>}
    </Preference>
  );
}

export function LanguageChoice({ session, i18n: { t } }: Props) {
  const chosen = session.get('language');
  return (
    <Preference title={t('shell.language')}>
      <p>
        {chosen ? t('preferences.language', { language: localeNames[chosen] }) : t('preferences.noLanguage')}
      </p>
      {chosen && (
        <ActionForm action={chooseLanguageOrTheme}>
          <button className="button button-quiet" type="submit" name="language" value="">
            {t('preferences.followBrowser')}
          </button>
        </ActionForm>
      )}
    </Preference>
  );
}
