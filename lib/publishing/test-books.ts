import fc from '#db/testing/fast-check';
import type { Contributor } from '#lib/catalog/books/contributor-queries';
import { noCopies } from '#lib/catalog/copies/availability';
import { type PublishedBook, publishedBook } from '#lib/publishing/published-book';

type BookDetail = Parameters<typeof publishedBook>[0];

export const site = 'https://library.example.org';

const emma: BookDetail = {
  id: 42,
  title: 'Emma',
  subtitle: null,
  sortKey: 'emma',
  otherTitles: [],
  summary: null,
  isbn: null,
  publisher: 'John Murray',
  year: 1815,
  edition: null,
  format: 'book',
  extent: null,
  series: null,
  seriesNumber: null,
  language: 'en',
  notes: null,
  addedAt: new Date('2026-03-02T09:30:00.000Z'),
  by: [],
  cover: '0a1b2c3d',
  genres: [],
  copies: [],
  availability: { ...noCopies, copies: 3, onShelf: 2 },
};

/** A name as it is filed, with the role if it is not the author's: `Austen, Jane`. */
export type Credit = string | [sortName: string, role: Contributor['role']];

const spoken = (sortName: string) => {
  const [family, given, suffix] = sortName.split(', ');
  return given ? `${given} ${family}${suffix ? ` ${suffix}` : ''}` : sortName;
};

/** *Emma*, but for what a test is about. */
export function shared(
  values: Partial<BookDetail> = {},
  credits: Credit[] = ['Austen, Jane'],
): PublishedBook {
  const people = credits.map((credit) => (Array.isArray(credit) ? credit : ([credit, 'author'] as const)));
  const by = people.map(([sortName, role], at) => ({
    id: at + 1,
    name: spoken(sortName),
    role,
    creditedAs: null,
  }));
  const sortNames = new Map(people.map(([sortName], at) => [at + 1, sortName]));
  return publishedBook({ ...emma, by, ...values }, sortNames, site);
}

const hostile = fc.constantFrom(
  '</script><script>alert(1)</script>',
  '"quoted" \'and\' `ticked`',
  '{{{',
  '}}}',
  '\\end{document}',
  '100% & $5 #1 a_b ~x ^y',
  '👩‍👩‍👧 emoji',
  'nul\u0000bell\u0007',
  '\u202eright to left\u202c',
  'ER  - \r\nTY  - JOUR',
  ']]>',
  'A and B, C',
  'x'.repeat(10_000),
  '\ud800',
);

/** Whatever a cataloger may have typed. */
export const anyText = fc.oneof(
  hostile,
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const formats = [
  'book',
  'large_print',
  'comic',
  'ebook',
  'audiobook',
  'periodical',
  'score',
  'map',
  'film',
] as const;
const anyRole = fc.constantFrom<Contributor['role']>('author', 'editor', 'translator', 'illustrator');
const maybe = fc.option(anyText);

const anyDetail: fc.Arbitrary<BookDetail> = fc.record({
  id: fc.integer({ min: 1, max: 2_147_483_647 }),
  title: anyText,
  subtitle: maybe,
  sortKey: fc.constant(''),
  otherTitles: fc.array(anyText, { maxLength: 3 }),
  summary: maybe,
  isbn: fc.option(fc.constant('9780141439587')),
  publisher: maybe,
  year: fc.option(fc.integer({ min: -4000, max: 2100 }).filter((year) => year !== 0)),
  edition: maybe,
  format: fc.constantFrom(...formats),
  extent: maybe,
  series: maybe,
  seriesNumber: maybe,
  language: fc.option(fc.oneof(fc.constantFrom('en', 'ara', 'grc'), anyText)),
  notes: maybe,
  addedAt: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
  by: fc.array(
    fc.record({ id: fc.integer({ min: 1, max: 9 }), name: anyText, role: anyRole, creditedAs: maybe }),
    { maxLength: 5 },
  ),
  cover: fc.constant('0a1b2c3d'),
  genres: fc.array(fc.record({ id: fc.integer({ min: 1 }), name: anyText }), { maxLength: 3 }),
  copies: fc.constant([]),
  availability: fc
    .record({ copies: fc.nat(3), onShelf: fc.nat(3) })
    .map((counts) => ({ ...noCopies, ...counts })),
});

const anySortNames = fc
  .array(fc.oneof(anyText, fc.constantFrom('Austen, Jane', 'Dumas, Alexandre, père', 'Homer')), {
    minLength: 9,
    maxLength: 9,
  })
  .map((names) => new Map(names.map((name, at) => [at + 1, name])));

/** A book of hostile strings, as far as `sharedBook` lets them through. */
export const anyBook: fc.Arbitrary<PublishedBook> = fc
  .tuple(anyDetail, anySortNames)
  .map(([detail, sortNames]) => publishedBook(detail, sortNames, site));
