import { isDemonstration } from '#lib/catalog/library-queries';
import type { I18n } from '#lib/i18n/get-i18n';

/** What a book is about; nothing where nobody wrote it down. */
export async function About({ summary, i18n }: { summary: string | null; i18n: I18n }) {
  if (!summary) return null;
  return (
    <>
      <h2 className="mt-8 mb-2">{i18n.t('books.about')}</h2>
      <p className="measure whitespace-pre-line" lang={await languageOfSummaries()}>
        {summary}
      </p>
    </>
  );
}

/** What a library writes itself is in a language that nobody noted; the demonstration is written in English. */
const languageOfSummaries = async () => ((await isDemonstration()) ? 'en' : undefined);
