import type { BookDetail } from '#lib/catalog/book-queries';
import { titlesInLatin } from '#lib/catalog/name-forms';
import type { Language } from '#lib/i18n/request';
import { AvailabilityLine } from '../../_ui/availability';
import { Credits } from '../../_ui/credits';

/** What one reads first: the titles, who made the book, and whether it is in. */
export function TitleBlock({ book, words }: { book: BookDetail; words: Language }) {
  const lang = book.language ?? undefined;
  const inLatin = titlesInLatin(book);
  return (
    <>
      <h1 lang={lang} dir="auto">
        {book.title}
      </h1>
      {book.subtitle && (
        <p className="font-book text-lg" lang={lang} dir="auto">
          {book.subtitle}
        </p>
      )}
      {inLatin.length > 0 && <p className="font-book text-lg text-quiet">{inLatin.join(' · ')}</p>}
      {book.by.length > 0 && (
        <p className="mt-2 text-lg">
          <Credits by={book.by} t={words.t} />
        </p>
      )}
      <AvailabilityLine availability={book.availability} words={words} />
    </>
  );
}
