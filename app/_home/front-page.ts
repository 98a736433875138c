import { newArrivals } from '#lib/catalog/books/arrival-queries';
import { recordCountsNow } from '#lib/catalog/count-queries';
import { isDemonstration } from '#lib/catalog/library-queries';
import type { I18n } from '#lib/i18n/get-i18n';
import { cacheUntilCommit } from '#lib/process-cache';
import { libraryToday } from '../_clock/library-day';
import type { SafeHtml } from '../_ui/raw-html/html';
import { booksOnShelf } from '../(catalog)/_parts/shelf';
import { figuresOf } from './record-figures';

export type FrontPage = {
  /** Undefined where the library has no books. */
  arrivals: SafeHtml | undefined;
  figures: SafeHtml;
  demonstration: boolean;
};

const cache = cacheUntilCommit<FrontPage>({ max: 20 });

/** What the home page shows on a day to everybody who reads one language. */
export function frontPage(i18n: I18n): Promise<FrontPage> {
  const today = libraryToday();
  return cache(`${i18n.locale} ${today}`, async () => {
    const [books, counts] = await Promise.all([newArrivals(6), recordCountsNow()]);
    return {
      arrivals: books.length > 0 ? booksOnShelf(books, { today, i18n, first: true }) : undefined,
      figures: figuresOf(counts, i18n),
      demonstration: await isDemonstration(),
    };
  });
}
