import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, textOf } from './html.ts';
import { lastWritten } from './last-written.ts';

const books = [{ title: 'Emma' }];

function writer() {
  const cached = lastWritten<object>();
  let times = 0;
  const write = (source: object, key: string) =>
    textOf(
      cached(source, key, () => {
        times++;
        return html`<p>${key} ${times}</p>`;
      }),
    );
  return write;
}

test('what is asked for again in the same way is written once', () => {
  const write = writer();
  assert.equal(write(books, 'en'), '<p>en 1</p>');
  assert.equal(write(books, 'en'), '<p>en 1</p>');
});

test('another key and another source are written anew', () => {
  const write = writer();
  assert.equal(write(books, 'en'), '<p>en 1</p>');
  assert.equal(write(books, 'es'), '<p>es 2</p>');
  assert.equal(write(books, 'en'), '<p>en 3</p>');
  assert.equal(write([...books], 'en'), '<p>en 4</p>');
  assert.equal(write(books, 'en'), '<p>en 3</p>');
});
