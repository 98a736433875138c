import type { authorDetail } from '#lib/catalog/authors/author-queries';
import { otherNameForms } from '#lib/catalog/authors/name-forms';
import { formatPartialDate } from '#lib/catalog/partial-date';
import type { I18n } from '#lib/i18n/get-i18n';
import { Facts } from '../../../_ui/facts';

type Author = NonNullable<Awaited<ReturnType<typeof authorDetail>>>;

/** The dates of a life as exactly as they are known, and every form of the name. */
export function AuthorFacts({ author, i18n: { t, locale } }: { author: Author; i18n: I18n }) {
  const { born, died } = author;
  const facts = [
    { name: t('authors.bornOn'), value: born && formatPartialDate(locale, born) },
    { name: t('authors.diedOn'), value: died && formatPartialDate(locale, died) },
    { name: t('authors.variants'), value: otherNameForms(author).join(' · ') },
  ];
  if (!facts.some(({ value }) => value)) return null;
  return (
    <div className="mt-4">
      <Facts facts={facts} />
    </div>
  );
}
