import type { Language } from '#lib/i18n/request';
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
  return extent === 'in time' ? t('search.inTime', { count }) : t('books.count', { count });
}
