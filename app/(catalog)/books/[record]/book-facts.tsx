import Link from 'next/link';
import { languagePath } from '#lib/catalog/address';
import { titlesInLatin } from '#lib/catalog/authors/name-forms';
import type { BookDetail } from '#lib/catalog/books/book-queries';
import { formatYear } from '#lib/catalog/partial-date';
import type { I18n } from '#lib/i18n/get-i18n';
import { type Fact, Facts } from '../../../_ui/facts';
import { GenreLinks } from '../../_parts/genre-links';

type Props = { book: BookDetail; i18n: I18n };

/** Everything that the catalog knows of a book and its title block does not say. */
export function BookFacts({ book, i18n }: Props) {
  const { t } = i18n;
  const facts = [...publication(book, i18n), ...contents(book, i18n)];
  return (
    <>
      <h2 className="mt-8 mb-2">{t('books.details')}</h2>
      <Facts facts={facts} />
    </>
  );
}

const publication = (book: BookDetail, { t, locale }: I18n): Fact[] => [
  { name: t('books.otherTitles'), value: otherTitles(book).join(' · ') },
  { name: t('recordPages.creditedAs'), value: printedNames(book, t) },
  { name: t('books.publisher'), value: book.publisher },
  { name: t('books.year'), value: book.year === null ? null : formatYear(locale, book.year) },
  { name: t('books.edition'), value: book.edition },
  {
    name: t('recordPages.format'),
    value: book.format === 'book' ? null : t(`recordPages.formats.${book.format}`),
  },
  { name: t('books.extent'), value: book.extent },
  { name: t('books.series'), value: seriesOf(book, t) },
];

const contents = (book: BookDetail, { t, languageName }: I18n): Fact[] => [
  {
    name: t('books.language'),
    value: book.language && (
      <Link href={languagePath(book.language)} prefetch={false}>
        {languageName(book.language)}
      </Link>
    ),
  },
  {
    name: t('books.genres'),
    value: book.genres.length > 0 ? <GenreLinks genres={book.genres} t={t} /> : null,
  },
  { name: t('books.isbn'), value: book.isbn },
  { name: t('books.notes'), value: book.notes && <span className="whitespace-pre-line">{book.notes}</span> },
];

/** Those that do not stand under the title already. */
function otherTitles(book: BookDetail): string[] {
  const shown = titlesInLatin(book);
  return book.otherTitles.filter((title) => !shown.includes(title));
}

/** The names that the book itself prints, where the library writes them otherwise; whose, where there are several people. */
function printedNames({ by }: BookDetail, t: I18n['t']) {
  const isAlone = new Set(by.map(({ id }) => id)).size === 1;
  const named = (name: string, printed: string) =>
    isAlone ? printed : t('recordPages.creditedName', { name, printed });
  const printed = by.flatMap(({ name, creditedAs }) =>
    creditedAs && creditedAs !== name ? [named(name, creditedAs)] : [],
  );
  return printed.length > 0 ? [...new Set(printed)].join(' · ') : null;
}

function seriesOf({ series, seriesNumber }: BookDetail, t: I18n['t']) {
  return series && seriesNumber ? t('books.seriesNumber', { series, seriesNumber }) : series;
}
