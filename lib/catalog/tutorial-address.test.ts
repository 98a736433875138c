import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tutorialList, tutorialRecord } from '#lib/catalog/tutorial-address';

const lists: [path: string, ours: string | undefined][] = [
  ['/catalog', '/'],
  ['/catalog/', '/'],
  ['/catalog/books', '/books'],
  ['/catalog/books/', '/books'],
  ['/catalog/authors/', '/authors'],
  ['/catalog/genres/', '/genres'],
  ['/catalog/languages', '/languages'],
  ['/catalog/language/3/', '/languages'],
  ['/catalog/bookinstances', '/books'],
  ['/catalog/mybooks/', '/'],
  ['/catalog/borrowed/', '/'],
  ['/catalog/xyz', undefined],
  ['/catalog/constructor', undefined],
  ['/catalog//', undefined],
  ['/catalog/books/2', undefined],
  ['/catalogue', undefined],
  ['/books', undefined],
  ['/my/catalog/books', undefined],
];
for (const [path, ours] of lists)
  test(`${path} is ${ours ?? 'no list of the tutorial'}`, () => assert.equal(tutorialList(path), ours));

const records: [path: string, ours: string | undefined][] = [
  ['/catalog/book/42', '/books/42'],
  ['/catalog/book/42/', '/books/42'],
  ['/catalog/author/7/', '/authors/7'],
  ['/catalog/genre/7', '/genres/7'],
  ['/catalog/language/pt', '/languages/pt'],
  ['/catalog/bookinstance/4f2a-b', '/copies/4f2a-b'],
  ['/catalog/book', undefined],
  ['/catalog/book/42/renew', undefined],
  ['/catalog/toString/42', undefined],
  ['/book/42', undefined],
];
for (const [path, ours] of records)
  test(`${path} is ${ours ?? 'no record of the tutorial'}`, () => assert.equal(tutorialRecord(path), ours));
