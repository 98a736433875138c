import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ask, assertHeaders } from '../support/http-client.ts';
import { type Library, startLibrary } from '../support/library-server.ts';
import { requestAs } from '../support/raw-request.ts';
import { sharedLibrary } from '../support/shared-library.ts';

const { url } = await sharedLibrary();

const long = 'a'.repeat(10_000);
const refused = [
  '/books?limit=0',
  '/books?limit=101',
  '/books?limit=1e9',
  '/books?limit[]=1',
  '/books?limit=1&limit=2',
  '/books?cursor=garbage',
  '/books?q=garcia',
  `/search?q=${long}`,
  '/suggestions',
  '/suggestions?q=gar&limit=11',
  '/books?genre=%00',
  '/books?nothing=1',
  '/search?q=',
  '/books?limit=%E0%A4%A',
];
const missing = [
  '/books/1e3',
  '/books/007',
  '/books/-1',
  '/books/2147483647',
  '/books/99999999999',
  '/books/%00',
  `/books/${long}`,
  '/books/999999/copies',
  '/authors/999999',
  '/nothing',
  '',
  '/books/1/copies/1',
  '/books/%E0%A4%A',
];

for (const [status, title, paths] of [
  [400, 'Invalid parameters', refused],
  [404, 'Not found', missing],
] as const) {
  for (const path of paths) {
    test(`${path.slice(0, 40) || 'The root'} is a problem that is told, ${status}`, async () => {
      const answer = await requestAs('GET', url, `/api/v1${path}`);
      assert.equal(answer.status, status);
      assert.equal(answer.headers['content-type'], 'application/problem+json');
      assert.equal(answer.headers['access-control-allow-origin'], '*');
      assert.equal(answer.headers['set-cookie'], undefined);
      const instance = `urn:uuid:${answer.headers['x-request-id']}`;
      assert.partialDeepStrictEqual(JSON.parse(answer.text), { status, title, instance });
    });
  }
}

test('Nothing can be changed, whatever the method', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND']) {
    for (const path of ['/books', '/books/1', '/nothing']) {
      const { status, headers, text } = await requestAs(method, url, `/api/v1${path}`);
      assert.deepEqual([method, status, headers.allow], [method, 405, 'GET, HEAD, OPTIONS']);
      assert.equal(JSON.parse(text).title, 'Method not allowed');
    }
  }
  const { status, headers } = await requestAs('OPTIONS', url, '/api/v1/books');
  assert.deepEqual([status, headers['access-control-allow-methods']], [204, 'GET, HEAD, OPTIONS']);
});

describe('With a limit of three requests a minute behind a proxy', () => {
  let limited: Library;
  before(async () => {
    limited = await startLibrary({ env: { API_RATE_LIMIT: '3', TRUSTED_PROXIES: '1' } });
  });
  after(() => limited.stop());

  const askAs = (forwarded: string, path = '/api/v1/counts') =>
    ask(limited.url + path, {
      headers: { 'x-forwarded-for': forwarded, 'x-library-client': Math.random().toString() },
    });

  test('the fourth request of a client waits, on whichever address; other clients and pages do not', async () => {
    const answers = [];
    for (const path of ['counts', 'books', 'nothing', 'authors', 'openapi.json'])
      answers.push(await askAs('6.6.6.6, 203.0.113.9', `/api/v1/${path}`));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 404, 429, 429],
    );
    const last = answers.at(-1);
    assert.ok(last);
    assert.ok(Number(last.headers.get('retry-after')) > 0);
    assertHeaders(last, {
      'ratelimit-policy': '"minute";q=3;w=60',
      ratelimit: /^"minute";r=0;t=\d+$/,
      'access-control-allow-origin': '*',
    });
    assert.equal(JSON.parse(last.text).title, 'Too many requests');
    assert.equal((await askAs('198.51.100.7')).status, 200);
    assert.equal((await askAs('203.0.113.9', '/api')).status, 200);
    assert.doesNotMatch(limited.log().join('\n'), /203\.0\.113\.9/);
  });

  test('neighbours in one IPv6 network count together', async () => {
    const statuses = [];
    for (const host of ['1', 'aaaa:1', 'ffff:2:3', '4'])
      statuses.push((await askAs(`2001:db8:0:1::${host}`)).status);
    assert.deepEqual(statuses, [200, 200, 200, 429]);
    assert.equal((await askAs('2001:db8:0:2::1')).status, 200);
  });
});
