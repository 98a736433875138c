import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isbnAsked,
  queriesThatFind,
  relaxedQueries,
  veryRelaxedQueries,
  type Without,
} from '#lib/search/no-results/relaxed-queries';
import { paramsOf, parseSearch } from '#lib/search/request';

const asked = (query: string) => parseSearch(paramsOf(query), { size: 10 });

const short = (without: Without) =>
  without.kind === 'word'
    ? without.word
    : without.kind === 'filter'
      ? `${without.name} ${without.value}`
      : 'all';

const ways: [query: string, without: string[]][] = [
  ['q=emma', []],
  ['q=emma+austen', ['emma', 'austen']],
  ['q=emma+%21+austen', ['emma', 'austen']],
  ['q=emma&language=es', ['language es']],
  ['language=es', []],
  ['language=es&genre=3', ['genre 3', 'language es']],
  ['q=emma+austen&language=es&genre=3', ['genre 3', 'language es', 'all', 'emma', 'austen']],
];
for (const [query, without] of ways)
  test(`${query} may do without ${without.join(', ') || 'nothing'}`, () =>
    assert.deepEqual(
      relaxedQueries(asked(query)).map((way) => short(way.without)),
      without,
    ));

const further: [query: string, left: string[]][] = [
  ['q=emma', []],
  ['q=emma+austen', []],
  ['q=guerra+y+paz', ['guerra', 'paz']],
  [
    'q=havard+gabriel+garcia+marques&page=2',
    [
      'garcia marques',
      'gabriel marques',
      'gabriel garcia',
      'havard marques',
      'havard garcia',
      'havard gabriel',
      'havard',
      'gabriel',
      'garcia',
      'marques',
    ],
  ],
];
for (const [query, left] of further)
  test(`${query} may be far broader: ${left.join(', ') || 'no way'}`, () => {
    const found = veryRelaxedQueries(asked(query));
    assert.deepEqual(
      found.map(({ request }) => request.q),
      left,
    );
    assert.ok(found.every(({ request }) => request.page === 1));
  });

test('the words that are left out are named as they were typed', () => {
  const [, way] = veryRelaxedQueries(asked('q=Guerra+y+Paz'));
  assert.deepEqual(way?.without, { kind: 'word', word: 'Guerra y' });
});

test('a word is taken away where it stands, from the first page on', () => {
  const [, second] = relaxedQueries(asked('q=The+Who+the&page=4'));
  assert.deepEqual([second?.request.q, second?.request.page], ['The the', 1]);
});

test('two hundred words are no two hundred ways', () => {
  assert.equal(relaxedQueries(asked(`q=${'a+'.repeat(100)}`)).length, 6);
});

test('only what leads to books is shown, the narrowest first', () => {
  const [way] = relaxedQueries(asked('q=emma+austen'));
  assert.ok(way);
  const counted = [7, 0, 3, 101].map((count) => ({ ...way, count }));
  assert.deepEqual(
    queriesThatFind(counted).map(({ count }) => count),
    [3, 7, 101],
  );
});

test('an ISBN that is not here and a number that is nearly one are told apart', () => {
  assert.equal(isbnAsked('978-0-14-143951-8'), 'unknown');
  assert.equal(isbnAsked('978-0-14-143951-9'), 'mistyped');
  assert.equal(isbnAsked('ISBN 0141439510'), 'mistyped');
  for (const text of ['1984', 'emma', '123456789012', '']) assert.equal(isbnAsked(text), undefined);
});
