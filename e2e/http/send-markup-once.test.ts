import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharedLibrary } from '../support/shared-library.ts';

const { get } = await sharedLibrary();

const timesOf = (text: string, part: string) => text.split(part).length - 1;

for (const path of ['/books', '/books?q=the', '/genres/20', '/list/1-2-3']) {
  test(`A document of ${path} holds each row once, what the router asks for holds them too`, async () => {
    const { text: document } = await get(path);
    const count = timesOf(document, '<h2 ');
    assert.ok(count > 2);
    assert.equal(timesOf(document, 'book-row'), count);
    const { headers, text } = await get(path, { headers: { rsc: '1' } });
    assert.match(headers.get('content-type') ?? '', /text\/x-component/);
    assert.equal(timesOf(text, 'book-row'), count);
  });
}
