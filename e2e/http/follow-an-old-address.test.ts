import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharedLibrary } from '../support/shared-library.ts';

const library = await sharedLibrary();

const get = (path: string) => library.get(path, { redirect: 'manual' });

const tutorial: [asked: string, answer: RegExp][] = [
  ['/catalog', /^\/$/],
  ['/catalog/', /^\/$/],
  ['/catalog/books', /^\/books$/],
  ['/catalog/books/?page=2', /^\/books\?page=2$/],
  ['/catalog/book/1', /^\/books\/1-[a-z-]+$/],
  ['/catalog/book/1/', /^\/books\/1-[a-z-]+$/],
  ['/catalog/authors/', /^\/authors$/],
  ['/catalog/author/1', /^\/authors\/1-[a-z-]+$/],
  ['/catalog/genres', /^\/genres$/],
  ['/catalog/genre/1/', /^\/genres\/1-[a-z-]+$/],
  ['/catalog/languages/', /^\/languages$/],
  ['/catalog/language/1', /^\/languages$/],
  ['/catalog/language/pt', /^\/languages\/pt$/],
  ['/catalog/bookinstances', /^\/books$/],
  ['/catalog/mybooks/', /^\/$/],
  ['/catalog/borrowed/', /^\/$/],
];
for (const [asked, answer] of tutorial) {
  test(`The tutorial’s ${asked} is here in one step, for good`, async () => {
    const { status, headers } = await get(asked);
    assert.equal(status, 308);
    assert.match(headers.get('location') ?? '', answer);
  });
}

for (const path of [
  'xyz',
  'book/999999',
  'book/abc',
  'bookinstance/abc',
  'book/1/renew',
  'book',
  'language/xx',
]) {
  test(`Nothing ever was at /catalog/${path}`, async () => {
    assert.equal((await get(`/catalog/${path}`)).status, 404);
  });
}

test('A copy of the tutorial has its page here', async () => {
  const { text } = await library.get('/books/1');
  const copy = /<a[^>]* href="(\/copies\/[^"]+)"/.exec(text)?.[1] ?? '';
  const { status, headers } = await get(copy.replace('/copies/', '/catalog/bookinstance/'));
  assert.deepEqual([status, headers.get('location')], [308, copy]);
});

test('Another slug leads on with the page that was asked for', async () => {
  for (const kind of ['books', 'authors', 'genres']) {
    const { status, headers } = await get(`/${kind}/1-older?page=2&x=%2F`);
    assert.equal(status, 308);
    assert.match(headers.get('location') ?? '', new RegExp(`^/${kind}/1-[a-z-]+\\?page=2&x=%2F$`));
    assert.match(headers.get('cache-control') ?? '', /no-store/);
  }
  const code = await get('/languages/EN?page=2');
  assert.deepEqual([code.status, code.headers.get('location')], [308, '/languages/en?page=2']);
});

test('Another slug leads to the book, and the results are not forgotten', async () => {
  const { status, headers } = await get('/books/1-old?in=q%3Dthe');
  assert.equal(status, 308);
  assert.match(headers.get('location') ?? '', /^\/books\/1-[a-z-]+\?in=q%3Dthe$/);
});
