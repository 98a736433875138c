import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { bookPath } from '#lib/catalog/address';
import { booksInOrder } from '#lib/catalog/books/book-list-queries';
import { getI18n, type I18n } from '#lib/i18n/get-i18n';
import { localeNames } from '#lib/i18n/locales';
import { readSession, readSessionEnd } from '#lib/visitor/session';
import type { LibrarySession } from '#lib/visitor/session-shape';
import { libraryDayOf } from '../_clock/library-day';
import { ButtonGroup } from '../_ui/button-group';
import { SizeForm } from '../(catalog)/_parts/size-form';
import {
  chooseLanguageOrTheme,
  choosePageSize,
  forgetEverything,
  forgetViewed,
  forgetVisits,
  showNotices,
} from './actions';
import { NameOrderForm, OrderForm } from './order-forms';
import { themeChoices } from './theme-choices';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('preferences.title') };
}

export default async function PreferencesPage() {
  const [i18n, session] = await Promise.all([getI18n(), readSession()]);
  const { t } = i18n;
  return (
    <>
      <h1 className="mt-8">{t('preferences.title')}</h1>
      <p className="measure my-4">{t('preferences.intro')}</p>
      {session.isEmpty ? (
        <p className="notice">{t('preferences.nothing')}</p>
      ) : (
        <Keeping session={session} i18n={i18n} />
      )}
      <Visits session={session} i18n={i18n} />
      <ReadingList session={session} i18n={i18n} />
      <Viewed session={session} i18n={i18n} />
      <Notices session={session} i18n={i18n} />
      <LanguageChoice session={session} i18n={i18n} />
      <Item title={t('preferences.appearance')}>
        <form action={chooseLanguageOrTheme}>
          <ButtonGroup {...themeChoices(session.get('theme', 'system'), t)} />
        </form>
      </Item>
      <Item title={t('preferences.lists')}>
        <SizeForm size={session.get('pageSize', 10)} action={choosePageSize} i18n={i18n} />
        <OrderForm order={session.get('sort', 'title')} i18n={i18n} />
        <NameOrderForm order={session.get('sortNames', 'name')} i18n={i18n} />
      </Item>
    </>
  );
}

type Props = { session: LibrarySession; i18n: I18n };

/** Where all of it is kept and until when, and what can be done with all of it. */
async function Keeping({ session, i18n: { t, day } }: Props) {
  const ends = session.expiresAtBrowserClose ? undefined : await readSessionEnd();
  return (
    <>
      <p className="measure my-4">
        {ends ? t('preferences.until', { date: day(libraryDayOf(ends)) }) : t('preferences.untilClosed')}
      </p>
      <div className="my-6 flex flex-wrap gap-3">
        <a className="button button-quiet" href="/preferences/download" download>
          {t('preferences.download')}
        </a>
        <form action={forgetEverything}>
          <button className="button button-quiet" type="submit">
            {t('preferences.forgetAll')}
          </button>
        </form>
      </div>
    </>
  );
}

function Item({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="preference">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Forget({ action, children }: { action: () => Promise<void>; children: string }) {
  return (
    <form action={action}>
      <button className="button button-quiet" type="submit">
        {children}
      </button>
    </form>
  );
}

function Visits({ session, i18n: { t } }: Props) {
  const visits = session.get('num_visits', 0);
  return (
    <Item title={t('preferences.visits')}>
      <p>{visits > 0 ? t('preferences.visitsCount', { count: visits }) : t('preferences.noVisits')}</p>
      {visits > 0 && <Forget action={forgetVisits}>{t('preferences.forgetVisits')}</Forget>}
    </Item>
  );
}

function ReadingList({ session, i18n: { t } }: Props) {
  const count = session.get('list', []).length;
  return (
    <Item title={t('list.title')}>
      <p>
        {t('preferences.listCount', { count })} <Link href="/list">{t('preferences.toList')}</Link>
      </p>
    </Item>
  );
}

async function Viewed({ session, i18n: { t } }: Props) {
  const books = await booksInOrder(session.get('viewed', []));
  return (
    <Item title={t('home.viewed')}>
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
    </Item>
  );
}

function Notices({ session, i18n: { t } }: Props) {
  const closed = session.get('closedNotices', []).length;
  return (
    <Item title={t('preferences.notices')}>
      <p>{t('preferences.noticesClosed', { count: closed })}</p>
      {closed > 0 && <Forget action={showNotices}>{t('preferences.showNotices')}</Forget>}
    </Item>
  );
}

function LanguageChoice({ session, i18n: { t } }: Props) {
  const chosen = session.get('language');
  return (
    <Item title={t('shell.language')}>
      <p>
        {chosen ? t('preferences.language', { language: localeNames[chosen] }) : t('preferences.noLanguage')}
      </p>
      {chosen && (
        <form action={chooseLanguageOrTheme}>
          <button className="button button-quiet" type="submit" name="language" value="">
            {t('preferences.followBrowser')}
          </button>
        </form>
      )}
    </Item>
  );
}
