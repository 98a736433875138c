import { titlesInLatin } from '#lib/catalog/authors/name-forms';
import type { BookDetail } from '#lib/catalog/books/book-queries';
import type { I18n } from '#lib/i18n/get-i18n';
import { AvailabilityLine } from '../../_parts/availability';
import { Credits } from '../../_parts/credits';

/** Of so many letters a title takes half a screen. */
const longTitle = 120;

/** What one reads first: the titles, who made the book, and whether it is in. */
export function TitleBlock({ book, today, i18n }: { book: BookDetail; today: string; i18n: I18n }) {
  const lang = book.language ?? undefined;
  const inLatin = titlesInLatin(book);
  return (
    <>
      <h1 lang={lang} dir="auto" className={book.title.length > longTitle ? 'text-xl' : undefined}>
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
          <Credits by={book.by} i18n={i18n} />
        </p>
      )}
      <AvailabilityLine availability={book.availability} today={today} i18n={i18n} />
    </>
  );
}
