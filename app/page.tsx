import type { Metadata } from 'next';
import Link from 'next/link';
import { newArrivals } from '#lib/catalog/books/arrival-queries';
import { booksInOrder } from '#lib/catalog/books/book-list-queries';
import { recordCountsNow } from '#lib/catalog/count-queries';
import { getI18n } from '#lib/i18n/get-i18n';
import { readSession } from '#lib/visitor/session';
import { DemonstrationNotice } from './_home/demonstration-notice';
import { RecordFigures } from './_home/record-figures';
import { VisitCard } from './_home/visit-card';
import { feedOf } from './_publishing/metadata';
import { Shelf } from './(catalog)/_parts/shelf';

export const generateMetadata = (): Promise<Metadata> => feedOf();

export default async function HomePage() {
  const session = await readSession();
  const [i18n, counts, arrivals, viewed] = await Promise.all([
    getI18n(),
    recordCountsNow(),
    newArrivals(6),
    booksInOrder(session.get('viewed', []).slice(0, 6)),
  ]);
  return (
    <div className="home">
      <h1 className="sr-only">{i18n.t('library.name')}</h1>
      <DemonstrationNotice t={i18n.t} session={session} />
      <Shelf name="arrivals" title={i18n.t('home.arrivals')} books={arrivals}>
        <Link href="/books">{i18n.t('home.allBooks')}</Link>
      </Shelf>
      {arrivals.length === 0 && <p>{i18n.t('home.empty')}</p>}
      {viewed.length > 0 && <Shelf name="viewed" title={i18n.t('home.viewed')} books={viewed} />}
      <section className="mt-14 grid gap-x-16 gap-y-8 md:grid-cols-2">
        <RecordFigures counts={counts} i18n={i18n} />
        <VisitCard visits={session.get('num_visits', 0)} t={i18n.t} />
      </section>
    </div>
  );
}
