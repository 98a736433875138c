import { newArrivals } from '#lib/catalog/book-queries';
import { recordCountsNow } from '#lib/catalog/count-queries';
import { language } from '#lib/i18n/request';
import { readSession } from '#lib/session/server';
import { DemonstrationNotice } from './_ui/demonstration-notice';
import { RecordFigures } from './_ui/record-figures';
import { Shelf } from './_ui/shelf';
import { VisitSlip } from './_ui/visit-slip';

export default async function HomePage() {
  const [words, session, counts, arrivals] = await Promise.all([
    language(),
    readSession(),
    recordCountsNow(),
    newArrivals(6),
  ]);
  return (
    <div className="home">
      <h1 className="sr-only">{words.t('library.name')}</h1>
      <DemonstrationNotice t={words.t} session={session} />
      <Shelf books={arrivals} words={words} />
      <section className="mt-14 grid gap-x-16 gap-y-8 md:grid-cols-2">
        <RecordFigures counts={counts} words={words} />
        <VisitSlip visits={session.get('visits', 0)} t={words.t} />
      </section>
    </div>
  );
}
