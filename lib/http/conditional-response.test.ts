import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditionalResponse } from '#lib/http/conditional-response';

const modified = new Date('2026-03-02T09:30:00.123Z');
const ask = (headers: Record<string, string> = {}, body = 'Emma') =>
  conditionalResponse(new Request('http://library.test/', { headers }), {
    body,
    modified,
    headers: { 'content-type': 'text/plain' },
  });
const etag = ask().headers.get('etag') ?? '';

test('the first answer has the text, its name and its date', async () => {
  const answer = ask();
  assert.equal(answer.status, 200);
  assert.equal(await answer.text(), 'Emma');
  assert.match(etag, /^W\/"[\w-]{22}"$/);
  assert.equal(answer.headers.get('last-modified'), 'Mon, 02 Mar 2026 09:30:00 GMT');
  assert.notEqual(ask({}, 'Persuasion').headers.get('etag'), etag);
});

for (const known of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
  test(`who has ${known} gets it not again`, async () => {
    const answer = ask({ 'if-none-match': known });
    assert.equal(answer.status, 304);
    assert.equal(await answer.text(), '');
    assert.equal(answer.headers.get('etag'), etag);
  });
}

test('a date counts where no text is named, to the second', () => {
  const date = 'Mon, 02 Mar 2026 09:30:00 GMT';
  assert.equal(ask({ 'if-modified-since': date }).status, 304);
  assert.equal(ask({ 'if-modified-since': 'Mon, 02 Mar 2026 09:29:59 GMT' }).status, 200);
  assert.equal(ask({ 'if-modified-since': date, 'if-none-match': '"other"' }).status, 200);
  assert.equal(ask({ 'if-modified-since': date, 'if-none-match': '' }).status, 200);
  assert.equal(ask({ 'if-modified-since': 'yesterday' }).status, 200);
});

test('a long and empty name costs no more than a short one', () => {
  const began = performance.now();
  for (let i = 0; i < 20; i++) assert.equal(ask({ 'if-none-match': `a${' '.repeat(15_000)}b` }).status, 200);
  assert.ok(performance.now() - began < 200);
});
