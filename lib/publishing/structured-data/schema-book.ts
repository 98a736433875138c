import type { BookFormatType, Offer } from 'schema-dts';
import { isoYear } from '#lib/publishing/iso-date';
import { inRole, type PublishedBook, type PublishedContributor } from '#lib/publishing/published-book';

export type PublishedLibrary = { name: string; address: string };

const types = {
  book: 'Book',
  large_print: 'Book',
  comic: 'Book',
  ebook: 'Book',
  audiobook: 'Audiobook',
  periodical: 'Periodical',
  score: 'SheetMusic',
  map: 'Map',
  film: 'Movie',
} as const;

const formats: Partial<Record<PublishedBook['format'], BookFormatType>> = {
  comic: 'https://schema.org/GraphicNovel',
  ebook: 'https://schema.org/EBook',
  audiobook: 'https://schema.org/AudiobookFormat',
};

export function schemaBook(book: PublishedBook, library: PublishedLibrary) {
  const format = formats[book.format];
  const offers = offerOf(book, library);
  return {
    '@type': types[book.format],
    '@id': book.address,
    url: book.address,
    name: book.title,
    ...people(book),
    ...(book.subtitle && { alternativeHeadline: book.subtitle }),
    ...(book.otherTitles.length > 0 && { alternateName: book.otherTitles }),
    ...(book.year !== null && { datePublished: isoYear(book.year) }),
    ...(book.publisher && { publisher: { '@type': 'Organization', name: book.publisher } }),
    ...(book.language && { inLanguage: book.language }),
    ...(book.genres.length > 0 && { genre: book.genres.map(({ name }) => name) }),
    ...(book.summary && { description: book.summary }),
    ...ofBooks(book),
    ...(format && { bookFormat: format }),
    image: book.picture,
    ...(offers && { offers }),
  };
}

function ofBooks({ format, isbn, edition, series, seriesNumber }: PublishedBook) {
  const isBook = ['Book', 'Audiobook'].includes(types[format]);
  return {
    ...(series && { isPartOf: { '@type': 'BookSeries', name: series } }),
    ...(series && seriesNumber && { position: seriesNumber }),
    ...(isBook && isbn && { isbn }),
    ...(isBook && edition && { bookEdition: edition }),
  };
}

function people(book: PublishedBook) {
  const of = (role: PublishedContributor['role']) => {
    const found = inRole(book, role).map(person);
    return found.length > 0 && { [role]: found };
  };
  return { ...of('author'), ...of('editor'), ...of('translator'), ...of('illustrator') };
}

const person = ({ name, creditedAs, address }: PublishedContributor) => ({
  '@type': 'Person',
  '@id': address,
  url: address,
  name,
  ...(creditedAs && creditedAs !== name && { alternateName: creditedAs }),
});

/** Lending, free of charge: nothing where the library has no copy to lend. */
function offerOf({ availability }: PublishedBook, library: PublishedLibrary): Offer | undefined {
  const { copies, onShelf } = availability;
  if (copies === 0) return undefined;
  return {
    '@type': 'Offer',
    businessFunction: { '@id': 'http://purl.org/goodrelations/v1#LeaseOut' },
    availability: onShelf > 0 ? 'https://schema.org/InStock' : 'https://schema.org/OutOfStock',
    inventoryLevel: { '@type': 'QuantitativeValue', value: onShelf, maxValue: copies },
    offeredBy: { '@type': 'Library', name: library.name, url: library.address },
  };
}
