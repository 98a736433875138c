import type { I18n } from '#lib/i18n/get-i18n';
import type { Results } from '#lib/search/results';

/** How many books there are, said aloud where only this part of the page changes. */
export function FoundSentence({ results, i18n }: { results: Results; i18n: I18n }) {
  return (
    <p role="status" className="text-quiet">
      {sentence(results, i18n)}
    </p>
  );
}

function sentence({ coverage, page }: Results, { t }: I18n): string {
  const count = page.total;
  if (coverage === 'top') return t('search.best', { count });
  if (coverage === 'ordered') return t('search.first', { count });
  if (coverage === 'truncated') return t('search.any', { count });
  return coverage === 'timedOut' ? t('search.inTime', { count }) : t('books.count', { count });
}
