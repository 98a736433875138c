import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '#db/testing/fast-check';
import { listAddress, neighbours, parseList, type SearchParams } from '#lib/lists/list-params';
import { pageSizes } from '#lib/lists/page-sizes';

const orders = ['title', 'author', 'year'] as const;
const parsed = (params: SearchParams) => parseList(params, orders, { order: 'year', size: 20 });
const reparsed = (address: string) =>
  parsed(Object.fromEntries(new URL(address, 'http://library').searchParams));

test('an address that says nothing leaves order and size as they were', () => {
  assert.deepEqual(
    { ...parsed({}) },
    {
      order: 'year',
      size: 20,
      page: undefined,
      after: undefined,
      before: undefined,
      from: undefined,
    },
  );
});

for (const sort of ['newest', '', 'TITLE', "'", '__proto__', ['title', 'author']])
  test(`the order ${JSON.stringify(sort)} is none`, () => assert.equal(parsed({ sort }).order, 'year'));

for (const size of ['10000', '0', '-10', '15', '1e1', '10.0', '', '٢٠', ['10', '20'], '00000010'])
  test(`the size ${JSON.stringify(size)} is none`, () => assert.equal(parsed({ size }).size, 20));

test('what an address says wins over what was chosen before', () => {
  const { order, size } = parsed({ sort: 'title', size: '100' });
  assert.deepEqual([order, size], ['title', 100]);
});

test('a letter is a place in the order of titles, and none in another', () => {
  assert.deepEqual([parsed({ from: 'M' }).order, parsed({ from: ' M ' }).from], ['title', 'm']);
  assert.equal(parsed({ from: 'm', sort: 'author' }).from, undefined);
  for (const from of ['', '  ', '\0', ['a', 'b']]) assert.equal(parsed({ from }).from, undefined);
  assert.equal(parsed({ from: 'Ó'.repeat(100) }).from, 'o'.repeat(40));
});

test('what is printed is read again as it was', () => {
  const state = fc.record({
    order: fc.constantFrom(...orders),
    size: fc.constantFrom(...pageSizes),
    page: fc.option(fc.integer({ min: 1, max: 1e9 }), { nil: undefined }),
    after: fc.option(fc.base64String(), { nil: undefined }),
    before: fc.option(fc.base64String(), { nil: undefined }),
  });
  fc.assert(
    fc.property(state, (params) =>
      assert.deepEqual(reparsed(listAddress('/books', params)), { ...params, from: undefined }),
    ),
  );
});

test('whatever stands in an address, there is a list', () => {
  const value = fc.option(fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string())), { nil: undefined });
  const params = fc.record({
    sort: value,
    size: value,
    page: value,
    after: value,
    before: value,
    from: value,
  });
  fc.assert(
    fc.property(params, (anything) => {
      const { order, size, page, from } = parsed(anything);
      assert.ok(orders.includes(order) && pageSizes.some((known) => known === size));
      assert.ok(page === undefined || page >= 1);
      assert.ok(from === undefined || (from.isWellFormed() && !from.includes('\0')));
    }),
  );
});

test('the neighbours of a page say number and cursor; of a page by letter, the letter', () => {
  const params = { order: 'title', size: 10, from: 'm' };
  const page = { number: 3, size: 10, count: 4, total: 35, previous: 'p', next: 'n', fallback: undefined };
  assert.deepEqual(neighbours('/books', page, params), {
    previous: '/books?sort=title&size=10&page=2&before=p',
    next: '/books?sort=title&size=10&page=4&after=n',
  });
  assert.deepEqual(neighbours('/books', { ...page, number: undefined, previous: undefined }, params), {
    previous: undefined,
    next: '/books?sort=title&size=10&from=m&after=n',
  });
});
