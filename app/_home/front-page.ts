import { newArrivals } from '#lib/catalog/books/arrival-queries';
import { availabilityOf } from '#lib/catalog/copies/availability-queries';
import { recordCountsNow } from '#lib/catalog/count-queries';
import { isDemonstration } from '#lib/catalog/library-queries';
import type { I18n } from '#lib/i18n/get-i18n';
import { cacheUntilCommit } from '#lib/process-cache';
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

/** What the home page shows to everybody who reads one language. */
export const frontPage = (i18n: I18n): Promise<FrontPage> =>
  cache(i18n.locale, async () => {
    const [books, counts] = await Promise.all([newArrivals(6), recordCountsNow()]);
    const available = await availabilityOf(books.map(({ id }) => id));
    const isIn = (id: number) => (available.get(id)?.onShelf ?? 0) > 0;
    const note = ({ id }: { id: number }) => (isIn(id) ? i18n.t('search.onShelf') : undefined);
    return {
      arrivals: books.length > 0 ? booksOnShelf(books, { first: true, note }) : undefined,
      figures: figuresOf(counts, i18n),
      demonstration: await isDemonstration(),
    };
  });
