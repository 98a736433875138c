import type { RecordCounts } from '#lib/catalog/count-queries';
import type { Language } from '#lib/i18n/get-i18n';

const figures = ['books', 'copies', 'copiesAvailable', 'authors', 'genres'] as const;

/** The record counts, as a small table of figures. */
export function RecordFigures({ counts, words: { t, number } }: { counts: RecordCounts; words: Language }) {
  return (
    <div>
      <h2 className="mb-3">{t('home.record')}</h2>
      <dl className="figures">
        {figures.map((figure) => (
          <div key={figure}>
            <dt>{t(`home.${figure}`)}</dt>
            <dd>{number(counts[figure])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
