import type { Language } from '#lib/i18n/get-i18n';

/** What a book is about; nothing where nobody wrote it down. */
export function About({ summary, words }: { summary: string | null; words: Language }) {
  if (!summary) return null;
  return (
    <>
      <h2 className="mt-8 mb-2">{words.t('books.about')}</h2>
      <p className="measure whitespace-pre-line">{summary}</p>
    </>
  );
}
