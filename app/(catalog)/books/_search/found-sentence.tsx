import type { Language } from '#lib/i18n/get-i18n';
import type { Results } from '#lib/search/results';

/** How many books there are, said aloud where only this part of the page changes. */
export function FoundSentence({ results, words }: { results: Results; words: Language }) {
  return (
    <p role="status" className="text-quiet">
      {sentence(results, words)}
    </p>
  );
}

function sentence({ extent, page }: Results, { t }: Language): string {
  const count = page.total;
  if (extent === 'best') return t('search.best', { count });
  if (extent === 'first') return t('search.first', { count });
  if (extent === 'any') return t('search.any', { count });
  return extent === 'in time' ? t('search.inTime', { count }) : t('books.count', { count });
}
