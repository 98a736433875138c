import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { locales } from '#lib/i18n/locales';
import { translator } from '#lib/i18n/translator';
import { decadeLabel, filterLabel } from '#lib/search/facets/facet-labels';
import { countFacets, facetGroups, passes } from '#lib/search/facets/facets';
import { facetsOffered } from '#lib/search/facets/facets-offered';
import { type FilterName, noFilters } from '#lib/search/request';

const entry = (id: number, facets: string) => ({ id, titleKey: '', names: '', facets });
const emma = entry(1, 'f_book l_en d_181 g_2 a_7 v_1');
const rayuela = entry(2, 'f_book l_es d_196 g_2 g_3 a_8');
const oedipus = entry(3, 'f_ebook l_grc d_n43 g_4 a_9 v_1');

test('what is counted of each kind, most first', () => {
  const counts = countFacets([emma, rayuela, oedipus]);
  assert.deepEqual(counts.available, [{ value: 'shelf', count: 2 }]);
  assert.deepEqual(counts.genre[0], { value: 2, count: 2 });
  assert.deepEqual(
    counts.format.map(({ value }) => value),
    ['book', 'ebook'],
  );
  assert.deepEqual(counts.decade.map(({ value }) => value).sort(), [-430, 1810, 1960]);
});

test('a book passes with any value of a kind and with every kind', () => {
  const either = facetGroups({ ...noFilters(), language: ['en', 'es'], decade: [1960, -430] });
  assert.deepEqual(
    [emma, rayuela, oedipus].map((book) => passes(book, either)),
    [false, true, false],
  );
  assert.deepEqual(facetGroups({ ...noFilters(), genre: [2], available: ['shelf'] }, 'genre'), [['v_1']]);
});

describe('the filters that a page offers', () => {
  const many = Array.from({ length: 40 }, (_, i) => entry(i, `f_book d_${160 + i} l_en a_${100 + i}`));

  const sizes = (entries: typeof many, expanded: FilterName[]) =>
    facetsOffered(countFacets(entries), noFilters(), entries.length, expanded).map(
      ({ name, values, more }) => [name, values.length, more],
    );

  test('are eight of a kind, more where it is unfolded; what changes nothing is none', () => {
    assert.deepEqual(sizes(many, []), [
      ['author', 8, 32],
      ['decade', 8, 32],
    ]);
    assert.deepEqual(sizes(many, ['author', 'format']), [
      ['author', 40, 0],
      ['decade', 8, 32],
    ]);
  });

  test('are all of a kind where there are hardly more, and two hundred at most', () => {
    assert.deepEqual(sizes(many.slice(0, 10), []), [
      ['author', 10, 0],
      ['decade', 10, 0],
    ]);
    const authors = Array.from({ length: 300 }, (_, i) => entry(i, `a_${100 + i}`));
    assert.deepEqual(sizes(authors, ['author']), [['author', 200, 100]]);
  });

  test('have the chosen always, also where no book is left of it', () => {
    const filters = { ...noFilters(), author: [139, 5000], language: ['en'] };
    const offered = facetsOffered(countFacets(many), filters, 40, []);
    const chosen = offered.flatMap(({ values }) => values).filter((value) => value.chosen);
    assert.deepEqual(chosen, [
      { value: 'en', count: 40, chosen: true },
      { value: 139, count: 1, chosen: true },
      { value: 5000, count: 0, chosen: true },
    ]);
  });

  test('stand in the order of their counts, decades in that of time', () => {
    const counts = countFacets([rayuela, rayuela, emma, oedipus]);
    const offered = new Map(
      facetsOffered(counts, noFilters(), 4, []).map(({ name, values }) => [name, values]),
    );
    assert.deepEqual(
      offered.get('language')?.map(({ value }) => value),
      ['es', 'en', 'grc'],
    );
    assert.deepEqual(
      offered.get('decade')?.map(({ value }) => value),
      [1960, 1810, -430],
    );
  });
});

test('decades in three languages', () => {
  const said = (decade: number) =>
    locales.map((locale) => decadeLabel(decade, { locale, t: translator(locale) }));
  assert.deepEqual(said(1960), ['1960s', 'Década de 1960', 'Década de 1960']);
  assert.deepEqual(said(-430), ['430–421\u00a0BCE', '430–421\u00a0a. C.', '430–421\u00a0a.C.']);
  assert.deepEqual(said(0), ['1–9', '1–9', '1–9']);
});

test('every value is called as a person calls it', () => {
  const words = {
    locale: 'es',
    t: translator('es'),
    genres: new Map([[3, 'Poesía']]),
    authors: new Map([[7, 'Ana']]),
  } as const;
  assert.equal(filterLabel('language', 'grc', words), 'Griego antiguo');
  assert.equal(filterLabel('format', 'score', words), 'Partitura');
  assert.equal(filterLabel('available', 'shelf', words), 'En el estante ahora');
  assert.equal(filterLabel('genre', 3, words) + filterLabel('author', 7, words), 'PoesíaAna');
});
