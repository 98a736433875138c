import type { Metadata } from 'next';
import Link from 'next/link';
import { booksInOrder } from '#lib/catalog/books/book-list-queries';
import { getI18n } from '#lib/i18n/get-i18n';
import { readSession } from '#lib/visitor/session';
import { libraryToday } from './_clock/library-day';
import { DemonstrationNotice } from './_home/demonstration-notice';
import { frontPage } from './_home/front-page';
import { RecordFigures } from './_home/record-figures';
import { VisitCard } from './_home/visit-card';
import { feedOf } from './_publishing/metadata';
import { booksOnShelf, Shelf } from './(catalog)/_parts/shelf';

export const generateMetadata = (): Promise<Metadata> => feedOf();

export default async function HomePage() {
  const [session, i18n] = [await readSession(), await getI18n()];
  const { t } = i18n;
  const { arrivals, figures, demonstration } = await frontPage(i18n);
  const viewed = session.get('viewed', []).slice(0, 6);
  const books = viewed.length > 0 ? await booksInOrder(viewed) : [];
  const num_visits = session.get('num_visits', 0);
  return (
    <div className="home">
      <h1 className="sr-only">{t('library.name')}</h1>
      {demonstration && !session.get('closedNotices', []).includes('demonstration') && (
        <DemonstrationNotice t={t} />
      )}
      {arrivals ? (
        <Shelf name="arrivals" title={t('home.arrivals')} books={arrivals}>
          <Link href="/books">{t('home.allBooks')}</Link>
        </Shelf>
      ) : (
        <p>{t('home.empty')}</p>
      )}
      {books.length > 0 && (
        <Shelf
          name="viewed"
          title={t('home.viewed')}
          books={booksOnShelf(books, { today: libraryToday(), i18n })}
        />
      )}
      <section className="mt-14 grid gap-x-16 gap-y-8 md:grid-cols-2">
        <RecordFigures figures={figures} i18n={i18n} />
        <VisitCard visits={num_visits} days={session.get('visitDays', [])} i18n={i18n} />
      </section>
    </div>
  );
}
