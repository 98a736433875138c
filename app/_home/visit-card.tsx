import type { Translate } from '#lib/i18n/translator';

/** The reader's own slip, with the visit stamped on it: one sentence, one text. */
export function VisitCard({ visits, t }: { visits: number; t: Translate }) {
  return (
    <div className="visit-card justify-self-center">
      <h2>{t('home.slip')}</h2>
      <p>{t('home.visits', { count: visits })}</p>
    </div>
  );
}
