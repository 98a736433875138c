import { authorPath, bookPath, genrePath } from '#lib/catalog/address';
import type { bookDetail } from '#lib/catalog/books/book-queries';
import type { Contributor } from '#lib/catalog/books/contributor-queries';
import type { Availability } from '#lib/catalog/copies/availability';
import { plainText } from '#lib/covers/plain-text';
import { socialImagePath } from '#lib/covers/social-image-address';
import { type PersonName, personName } from '#lib/publishing/person-name';

type BookDetail = NonNullable<Awaited<ReturnType<typeof bookDetail>>>;

export type PublishedContributor = {
  role: Contributor['role'];
  /** As it is spoken: `Jane Austen`. */
  name: string;
  /** As the book prints it, where that is another form. */
  creditedAs: string | null;
  parts: PersonName;
  address: string;
};

/** A book as the world outside gets it: plain text that any format can hold, and addresses that lead back here. */
export type PublishedBook = {
  id: number;
  address: string;
  picture: string;
  title: string;
  subtitle: string | null;
  otherTitles: string[];
  contributors: PublishedContributor[];
  publisher: string | null;
  year: number | null;
  edition: string | null;
  isbn: string | null;
  language: string | null;
  series: string | null;
  seriesNumber: string | null;
  genres: { name: string; address: string }[];
  summary: string | null;
  format: BookDetail['format'];
  availability: Pick<Availability, 'copies' | 'onShelf'>;
};

const known = (text: string | null) => (text && plainText(text)) || null;

/** `site` is the public address of the library, without a slash at the end. */
export function publishedBook(book: BookDetail, sortNames: Map<number, string>, site: string): PublishedBook {
  const { id, year, format, availability } = book;
  return {
    id,
    year,
    format,
    availability,
    address: site + bookPath(book),
    picture: site + socialImagePath(book),
    title: plainText(book.title) || '—',
    subtitle: known(book.subtitle),
    otherTitles: book.otherTitles.map(plainText).filter(Boolean),
    contributors: book.by.map((person) => sharedContributor(person, sortNames, site)),
    publisher: known(book.publisher),
    edition: known(book.edition),
    isbn: known(book.isbn),
    language: languageTag(book.language),
    series: known(book.series),
    seriesNumber: known(book.seriesNumber),
    genres: book.genres.map((genre) => ({
      name: plainText(genre.name) || '—',
      address: site + genrePath(genre),
    })),
    summary: known(book.summary),
  };
}

function sharedContributor(person: Contributor, sortNames: Map<number, string>, site: string) {
  const name = plainText(person.name) || '—';
  const sortName = plainText(sortNames.get(person.id) ?? '');
  return {
    role: person.role,
    name,
    creditedAs: known(person.creditedAs),
    parts: personName(sortName, name),
    address: site + authorPath(person),
  };
}

/** ISO 639 codes of three letters have shorter ones on the web: `ara` is `ar` there. */
function languageTag(code: string | null): string | null {
  return code && /^[a-z]{2,3}$/i.test(code) ? (Intl.getCanonicalLocales(code)[0] ?? null) : null;
}

/** `Frankenstein: or, The Modern Prometheus`. */
export function fullTitle({ title, subtitle }: Pick<PublishedBook, 'title' | 'subtitle'>): string {
  if (!subtitle) return title;
  return /[:?!…。？！]$/.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
}

export const inRole = ({ contributors }: PublishedBook, role: PublishedContributor['role']) =>
  contributors.filter((person) => person.role === role);
