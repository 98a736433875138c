import type { CreditsInRole } from '#lib/catalog/credit-queries';
import type { Language } from '#lib/i18n/request';
import { BookRows } from '../../_ui/book-rows';

type Props = { credit: CreditsInRole; listed: number[]; words: Language };

/** “Translator of 3 books”, and those of them that are on this page. */
export function CreditList({ credit: { role, total, books }, listed, words }: Props) {
  const { t } = words;
  return (
    <section className="mt-8" aria-labelledby={role}>
      <h2 id={role}>{t(`recordPages.credits.${role}`, { count: total })}</h2>
      <BookRows books={books} listed={listed} words={words} heading="h3" />
    </section>
  );
}
