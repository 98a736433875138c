import type { I18n } from '#lib/i18n/get-i18n';
import { isoDayOf } from '#lib/visitor/visit-days';

type Props = { visits: number; days: readonly number[]; i18n: I18n };

/** The reader's own slip, with the visit stamped on it, one sentence, one text; and the days of the last ones. */
export function VisitCard({ visits, days, i18n: { t, day } }: Props) {
  return (
    <div className="visit-card justify-self-center">
      <h2>{visits > 0 ? t('home.welcome', { count: visits }) : t('home.slip')}</h2>
      <p>{t('home.visits', { count: visits })}</p>
      {days.length > 0 && (
        <ol aria-label={t('home.stamps')}>
          {days.map((each) => (
            <li key={each}>
              <time dateTime={isoDayOf(each)}>{day(isoDayOf(each))}</time>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
