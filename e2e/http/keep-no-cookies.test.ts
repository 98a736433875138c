import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask } from '../support/http-client.ts';
import { sharedLibrary } from '../support/shared-library.ts';

const { url, get } = await sharedLibrary();

test('A reader who comes from the address of a book that is none is not told of cookies', async () => {
  for (const path of ['/books/2147483647', '/books/1x', '/books/1/copies']) {
    const { status, headers } = await get(path);
    assert.deepEqual([path, status, headers.getSetCookie()], [path, 404, []]);
    const { text } = await get('/books', { headers: { referer: url + path } });
    assert.doesNotMatch(text, /class="cookies-off"/, path);
  }
});

test('An old address with the trial in it never leads to another site', async () => {
  const headers = { cookie: 'library-session=any' };
  const answer = await ask(`${url}//elsewhere.example/?cookie-trial=1`, { headers, redirect: 'manual' });
  assert.match(answer.headers.get('location') ?? '/', /^\/(?![/\\])/);
});
