import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allBooks,
  isNarrowed,
  narrowedAddress,
  type Scope,
  searchWithin,
  withoutNarrowing,
} from '#lib/browse/scope';
import { parseSearch } from '#lib/search/request';

const fantasy: Scope = { path: '/genres/10-fantasy', fixed: { name: 'genre', value: '10' } };
const requestOf = (scope: Scope, params: Record<string, string | string[]>) =>
  parseSearch(searchWithin(scope, params), { size: 20 });

test('a list is narrowed by any filter but the one that makes it', () => {
  assert.equal(isNarrowed(fantasy, { available: 'shelf' }), true);
  assert.equal(isNarrowed(fantasy, { genre: '12' }), false);
  assert.equal(isNarrowed(allBooks, { genre: '12' }), true);
  assert.equal(isNarrowed(fantasy, { sort: 'year', page: '2', q: 'ring' }), false);
});

test('what is searched for the books of a list is within it, whatever its address says', () => {
  const { q, filters } = requestOf(fantasy, { genre: ['1', '2'], language: 'en', q: 'ring' });
  assert.equal(q, '');
  assert.deepEqual([filters.genre, filters.language], [[10], ['en']]);
});

test('the address of a narrowed list says what narrows it, and not what it is', () => {
  const request = requestOf(fantasy, { available: 'shelf', sort: 'year' });
  assert.equal(
    narrowedAddress(fantasy, { ...request, page: 3 }),
    '/genres/10-fantasy?available=shelf&sort=year&size=20&page=3',
  );
  assert.equal(
    narrowedAddress(fantasy, withoutNarrowing(fantasy, request)),
    '/genres/10-fantasy?sort=year&size=20',
  );
  const words = requestOf(allBooks, { q: 'ring', genre: '10' });
  assert.equal(narrowedAddress(allBooks, withoutNarrowing(allBooks, words)), '/books?q=ring&size=20');
});
