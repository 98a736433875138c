import type { RecordCounts } from '#lib/catalog/count-queries';
import type { I18n } from '#lib/i18n/get-i18n';

const figures = ['books', 'copies', 'copiesAvailable', 'authors', 'genres'] as const;

/** The record counts, as a small table of figures. */
export function RecordFigures({ counts, i18n: { t, number } }: { counts: RecordCounts; i18n: I18n }) {
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
