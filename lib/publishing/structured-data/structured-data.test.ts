import assert from 'node:assert/strict';
import { test } from 'node:test';
import jsonld from 'jsonld';
import fc from '#db/testing/fast-check';
import { noCopies } from '#lib/catalog/copies/availability';
import { schemaBook } from '#lib/publishing/structured-data/schema-book';
import { breadcrumbs, jsonLd, schemaPerson } from '#lib/publishing/structured-data/structured-data';
import { anyBook, anyText, shared, site } from '#lib/publishing/test-books';

const library = { name: 'LocalLibrary', address: `${site}/` };
const vocabulary = 'https://schema.org/';

type Node = Record<string, unknown>;

/** What a reader of JSON-LD makes of a script; schema.org's own context maps every term to its vocabulary. */
async function expand(script: string): Promise<Node[]> {
  const { '@graph': graph } = JSON.parse(script);
  const document = { '@context': { '@vocab': vocabulary, url: { '@type': '@id' } }, '@graph': graph };
  return (await jsonld.expand(document)) as Node[];
}

const emma = () =>
  shared(
    {
      subtitle: 'A Novel',
      isbn: '9780141439587',
      edition: '2',
      series: 'Classics',
      seriesNumber: '4',
      summary: 'A matchmaker.',
      otherTitles: ['Émma'],
      format: 'ebook',
      language: 'eng',
      genres: [{ id: 3, name: 'Romance' }],
    },
    ['Austen, Jane', ['Lem, Ana', 'translator'], ['Brock, C. E.', 'illustrator'], ['Poe, Eli', 'editor']],
  );

const person = (id: number, slug: string, name: string) => ({
  '@type': 'Person',
  '@id': `${site}/authors/${id}-${slug}`,
  url: `${site}/authors/${id}-${slug}`,
  name,
});

test('a book says what it is, who made it and whether it can be lent', () => {
  const book = emma();
  assert.deepEqual(schemaBook(book, library), {
    '@type': 'Book',
    '@id': `${site}/books/42-emma`,
    url: `${site}/books/42-emma`,
    name: 'Emma',
    author: [person(1, 'jane-austen', 'Jane Austen')],
    editor: [person(4, 'eli-poe', 'Eli Poe')],
    translator: [person(2, 'ana-lem', 'Ana Lem')],
    illustrator: [person(3, 'c-e-brock', 'C. E. Brock')],
    alternativeHeadline: 'A Novel',
    alternateName: ['Émma'],
    datePublished: '1815',
    publisher: { '@type': 'Organization', name: 'John Murray' },
    inLanguage: 'en',
    genre: ['Romance'],
    description: 'A matchmaker.',
    isPartOf: { '@type': 'BookSeries', name: 'Classics' },
    position: '4',
    isbn: '9780141439587',
    bookEdition: '2',
    bookFormat: 'https://schema.org/EBook',
    image: `${site}/covers/42-0a1b2c3d-1.png`,
    offers: {
      '@type': 'Offer',
      businessFunction: { '@id': 'http://purl.org/goodrelations/v1#LeaseOut' },
      availability: 'https://schema.org/InStock',
      inventoryLevel: { '@type': 'QuantitativeValue', value: 2, maxValue: 3 },
      offeredBy: { '@type': 'Library', name: 'LocalLibrary', url: `${site}/` },
    },
  });
});

test('a book that is out, and one without copies', () => {
  const offered = (availability: { copies: number; onShelf: number }) =>
    schemaBook(shared({ availability: { ...noCopies, ...availability } }), library).offers;
  assert.equal(offered({ copies: 1, onShelf: 0 })?.availability, 'https://schema.org/OutOfStock');
  assert.equal(offered({ copies: 0, onShelf: 0 }), undefined);
});

test('a film is no book and has no ISBN', () => {
  const film = schemaBook(shared({ format: 'film', isbn: '9780141439587', edition: '2' }), library);
  assert.equal(film['@type'], 'Movie');
  assert.deepEqual(
    Object.keys(film).filter((name) => /isbn|edition/i.test(name)),
    [],
  );
});

test('years before the common era are counted as ISO 8601 does, with a year 0', () => {
  assert.equal(schemaBook(shared({ year: -441 }), library).datePublished, '-0440');
  assert.equal(schemaBook(shared({ year: -1 }), library).datePublished, '0000');
  assert.equal(schemaBook(shared({ year: 60 }), library).datePublished, '0060');
});

test('an author has other names and dates as exact as they are known', () => {
  const plato = { name: 'Plato', variants: ['Πλάτων'], born: '-0427', died: '-0347' };
  assert.deepEqual(schemaPerson(plato, `${site}/authors/7-plato`), {
    ...person(7, 'plato', 'Plato'),
    alternateName: ['Πλάτων'],
    birthDate: '-0426',
    deathDate: '-0346',
  });
  const gabo = { name: 'Gabo', variants: [], born: '1927-03-06', died: null };
  assert.deepEqual(Object.entries(schemaPerson(gabo, site)).slice(-1), [['birthDate', '1927-03-06']]);
});

test('a reader of JSON-LD finds the book, the way to it and every link between them', async () => {
  const way = breadcrumbs([library, { name: 'Books', address: `${site}/books` }]);
  const [book, crumbs] = await expand(jsonLd([schemaBook(emma(), library), way]));
  assert.deepEqual(book?.['@type'], [`${vocabulary}Book`]);
  assert.equal(book?.['@id'], `${site}/books/42-emma`);
  assert.deepEqual(book?.[`${vocabulary}isbn`], [{ '@value': '9780141439587' }]);
  assert.deepEqual(crumbs?.['@type'], [`${vocabulary}BreadcrumbList`]);
});

test('whatever a cataloger typed, nothing ends the script, and a reader gets the title back', async () => {
  await fc.assert(
    fc.asyncProperty(anyBook, async (book) => {
      const script = jsonLd([schemaBook(book, library)]);
      assert.doesNotMatch(script, /[<>&\u2028\u2029]/);
      const [read] = await expand(script);
      assert.deepEqual(read?.[`${vocabulary}name`], [{ '@value': book.title }]);
    }),
  );
});

test('whatever a cataloger typed, an author is readable too', async () => {
  const anyAuthor = fc.record({
    name: anyText,
    variants: fc.array(anyText),
    born: fc.option(anyText),
    died: fc.option(fc.constantFrom('-0044', '1817-07-18')),
  });
  await fc.assert(
    fc.asyncProperty(anyAuthor, async (author) => {
      const script = jsonLd([schemaPerson(author, `${site}/authors/1`)]);
      assert.doesNotMatch(script, /[<>&]/);
      assert.equal((await expand(script)).length, 1);
    }),
  );
});
