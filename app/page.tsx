import type { Metadata } from 'next';
import Link from 'next/link';
import { newArrivals } from '#lib/catalog/books/arrival-queries';
import { booksInOrder } from '#lib/catalog/books/book-list-queries';
import { recordCountsNow } from '#lib/catalog/count-queries';
import { language } from '#lib/i18n/get-i18n';
import { readSession } from '#lib/visitor/session';
import { DemonstrationNotice } from './_home/demonstration-notice';
import { RecordFigures } from './_home/record-figures';
import { VisitSlip } from './_home/visit-card';
import { feedOf } from './_publishing/metadata';
import { Shelf } from './(catalog)/_parts/shelf';

export const generateMetadata = (): Promise<Metadata> => feedOf();

export default async function HomePage() {
  const session = await readSession();
  const [words, counts, arrivals, viewed] = await Promise.all([
    language(),
    recordCountsNow(),
    newArrivals(6),
    booksInOrder(session.get('viewed', []).slice(0, 6)),
  ]);
  return (
    <div className="home">
      <h1 className="sr-only">{words.t('library.name')}</h1>
      <DemonstrationNotice t={words.t} session={session} />
      <Shelf name="arrivals" title={words.t('home.arrivals')} books={arrivals}>
        <Link href="/books">{words.t('home.allBooks')}</Link>
      </Shelf>
      {arrivals.length === 0 && <p>{words.t('home.empty')}</p>}
      {viewed.length > 0 && <Shelf name="viewed" title={words.t('home.viewed')} books={viewed} />}
      <section className="mt-14 grid gap-x-16 gap-y-8 md:grid-cols-2">
        <RecordFigures counts={counts} words={words} />
        <VisitSlip visits={session.get('visits', 0)} t={words.t} />
      </section>
    </div>
  );
}
