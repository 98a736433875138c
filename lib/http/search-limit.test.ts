import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { settings } from '#lib/env';
import { countSearch } from '#lib/http/search-limit';

const { SEARCH_RATE_LIMIT } = settings();
after(() => Object.assign(settings(), { SEARCH_RATE_LIMIT }));

const cookies = { read: () => undefined, write: () => {} };
const search = (peer: string, now: number, target = '/books?q=emma') =>
  countSearch({ method: 'GET', target, headers: { get: () => null }, cookies, peer }, now);

test('whoever searches more often than anybody reads waits; others do not', () => {
  settings().SEARCH_RATE_LIMIT = 3;
  const granted = [0, 1, 2, 3].map((now) => search('192.0.2.1', now)?.granted);
  assert.deepEqual(granted, [true, true, true, false]);
  assert.equal(search('192.0.2.1', 4)?.retryIn, 20);
  assert.equal(search('192.0.2.2', 5)?.granted, true);
  assert.equal(search('192.0.2.1', 20_000)?.granted, true);
});

test('only what searches counts, and nothing where there is no limit', () => {
  settings().SEARCH_RATE_LIMIT = 3;
  for (const target of [
    '/',
    '/books',
    '/books?',
    '/books/1-emma?q=a',
    '/authors?q=a',
    '/covers/1.svg?q=a',
    '/genres/1-a?sort=year&page=2',
  ])
    assert.equal(search('192.0.2.3', 0, target), undefined, target);
  const searches = [
    '/books?genre=2',
    '/books/?q=a',
    '/books/feed.atom?q=a',
    '/genres/1-a?size=10&available=shelf',
  ];
  for (const [place, target] of searches.entries())
    assert.equal(search(`192.0.2.1${place}`, 0, target)?.granted, true, target);
  settings().SEARCH_RATE_LIMIT = 0;
  assert.equal(search('192.0.2.3', 0), undefined);
});
