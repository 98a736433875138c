import type { I18n } from '#lib/i18n/get-i18n';
import type { Results } from '#lib/search/results';

/** How many books were found. */
export function foundSentence({ coverage, page }: Results, { t }: I18n): string {
  const count = page.total;
  if (coverage === 'top') return t('search.best', { count });
  if (coverage === 'ordered') return t('search.first', { count });
  if (coverage === 'truncated') return t('search.any', { count });
  return coverage === 'timedOut' ? t('search.inTime', { count }) : t('books.count', { count });
}
