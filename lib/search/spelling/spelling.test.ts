import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { type Transaction, transaction } from '#db/client';
import { catalog, insertLanguages } from '#db/testing/catalog';
import { freshDatabase } from '#db/testing/database';
import { booksInOrder } from '#lib/catalog/books/book-list-queries';
import { noFilters } from '#lib/search/request';
import { search } from '#lib/search/search';
import { stoppedClock } from '#lib/search/test-clock';

const titles = [
  ['Winter', 'fr'],
  ['Wonder of the Sea', 'en'],
  ['Wonder of the Sky', 'en'],
  ['Mitten of Wool', 'en'],
  ['Mitten of Silk', 'en'],
  ['Kittes at Play', 'en'],
  ['Candide', 'en'],
  ['Candice Sings', 'en'],
  ['Candice Speaks', 'en'],
  ['Harry Potter', 'en'],
  ['Marble Garden in Spring', 'en'],
  ['Marple Garden in Spring', 'en'],
  ['Marple Garden in Autumn', 'en'],
  ['Silver', 'en'],
  ['Sliver Spoon', 'en'],
  ['The Porta Case', 'en'],
  ['The Porth Case', 'en'],
  ['The Porto Case', 'en'],
  ['The Ports Case', 'en'],
  ['The Portu Case', 'en'],
  ['The Portz Case', 'en'],
  ['The Portz Case Again', 'en'],
  ['Of Gold and a Lamp', 'en'],
  ['A Golf Player and His Lamb', 'en'],
  ['A Golf Ball for a Lamb', 'en'],
  ['Fish and Soup in Cups', 'en'],
  ['Fist Soul Cuts', 'en'],
  ['Rust and Iron for Ever', 'en'],
  ['Rusk Icon Even', 'en'],
  ['Lantern of the Harbour', 'en'],
  ['Lantern of the Rue', 'fr'],
] as const;

async function load(tx: Transaction): Promise<void> {
  await insertLanguages(tx, 'en', 'fr', 'ja');
  for (const [title, language] of titles) await catalog(tx, { title, language });
  await catalog(tx, {
    title: '吾輩は猫である',
    subtitle: 'Meditations',
    otherTitles: ['Wagahai wa Neko'],
    series: 'Biblioteca',
    publisher: 'Iwanami',
    language: 'ja',
    genres: ['Satirical stories'],
    copies: [{ shelfMark: 'SHELFMARK' }],
  });
}

describe('a word that was mistyped', () => {
  freshDatabase();
  stoppedClock();
  before(() => transaction(load));

  const correctedQuery = async (q: string, language: string[] = []) =>
    (await search({ q, filters: { ...noFilters(), language }, sort: 'relevance' })).correctedQuery;

  const readings: [what: string, typed: string, meant: string][] = [
    ['a whole title, though the other has more books', 'candixe', 'candide'],
    ['one that begins alike, though the other has more books', 'kitten', 'kittes'],
    ['two words, where a space was forgotten', 'harrypotter', 'harry potter'],
    ['as it is, where only the other word is wrong', 'marble gardn', 'marble garden'],
    ['the one of most books, of however many that are as near', 'porte', 'portz'],
    ['with the rarer word as it is, where either may be wrong', 'gold lamb', 'gold lamp'],
    ['the fewest slips, though two more make a whole title', 'fish soup curs', 'fish soup cups'],
    ['a whole title with one slip more', 'rusk iron ever', 'rusk icon even'],
    ['another, though it is a word, where the two are nowhere together', 'silver spoom', 'sliver spoon'],
  ];
  for (const [what, typed, expected] of readings)
    test(`is read as ${what}: “${typed}”`, async () => assert.equal(await correctedQuery(typed), expected));

  test('is read as the word of more books, and with a filter as one that is left', async () => {
    assert.equal(await correctedQuery('wynder sea'), 'wonder sea');
    assert.equal(await correctedQuery('winder', ['fr']), 'winter');
    assert.equal(await correctedQuery('winder', ['en']), 'wonder');
  });

  for (const typed of ['wagahay neko', 'bibliotca', 'iwanamy', 'meditashions', 'satirical storise'])
    test(`is read so wherever a book has it: “${typed}”`, async () => {
      const { ids, correctedQuery } = await search({ q: typed, filters: noFilters(), sort: 'relevance' });
      assert.deepEqual(
        (await booksInOrder(ids)).map(({ title }) => title),
        ['吾輩は猫である'],
      );
      assert.ok(correctedQuery);
    });

  test('is not read as what stands on a copy', async () => {
    assert.equal(await correctedQuery('shelfmarc'), undefined);
  });

  test('keeps the filters', async () => {
    const filters = { ...noFilters(), language: ['en'] };
    const { ids } = await search({ q: 'wonderr', filters, sort: 'relevance' });
    assert.equal(ids.length, 2);
    const french = await search({
      q: 'wonderr',
      filters: { ...filters, language: ['fr'] },
      sort: 'relevance',
    });
    assert.deepEqual(french.ids, []);
    const either = await search({ q: 'lanterm', filters: noFilters(), sort: 'relevance' });
    const english = await search({ q: 'lanterm', filters, sort: 'relevance' });
    assert.deepEqual([either.ids.length, english.ids.length], [2, 1]);
    assert.equal(english.facets.language.length, 2);
  });
});
