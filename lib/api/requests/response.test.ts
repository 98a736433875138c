import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { transaction } from '#db/client';
import { freshDatabase } from '#db/testing/database';
import { insertBooks } from '#db/testing/records';
import { describeApi } from '#lib/api/openapi/describe-api';
import type { Operation } from '#lib/api/operation';
import { clientHeader, clientHeaderValue } from '#lib/api/requests/client-header';
import { respondTo } from '#lib/api/requests/response';
import { ask, askJson } from '#lib/api/test-requests';
import { settings } from '#lib/env';

process.env.API_RATE_LIMIT = '0';

type Refusal = { title: string; type: string; errors: { parameter: string }[] };

describe('in a library of three books', () => {
  freshDatabase();
  before(async () => {
    await transaction((tx) => insertBooks(tx, [{}, {}, {}]));
  });

  const long = 'a'.repeat(10_000);
  const refused: [address: string, ...parameters: string[]][] = [
    ['/books?limit=0', 'limit'],
    ['/books?limit=101', 'limit'],
    ['/books?limit=1e9', 'limit'],
    ['/books?limit=007', 'limit'],
    ['/books?limit=%201', 'limit'],
    ['/books?limit=', 'limit'],
    ['/books?limit=1.5', 'limit'],
    ['/books?limit[]=1', 'limit[]'],
    ['/books?limit=1&limit=2', 'limit'],
    ['/books?limit=99999999999999999999', 'limit'],
    ['/books?Limit=1', 'Limit'],
    ['/books?q=emma', 'q'],
    [`/books?q=${long}`, 'q'],
    [`/search?q=${long}`, 'q'],
    ['/books?author=-1', 'author'],
    ['/books?author=2147483648', 'author'],
    ['/books?genre=%00', 'genre'],
    ['/books?language=%00', 'language'],
    ['/books?language=english', 'language'],
    ['/books?added_since=yesterday', 'added_since'],
    ['/books?added_since=2026-02-30', 'added_since'],
    ['/books?sort=author', 'sort'],
    ['/books?cursor=', 'cursor'],
    ['/books?cursor=%00', 'cursor'],
    [`/books?cursor=${long}`, 'cursor'],
    ['/books?__proto__=1', '__proto__'],
    ['/books?=1', ''],
    [`/books?${long}=1`, 'a'.repeat(100)],
    ['/books?x=1&limit=0&y=%00', 'limit', 'x', 'y'],
    ['/books/1?limit=1', 'limit'],
    ['/search', 'q'],
    ['/search?q=emma&available=yes', 'available'],
    ['/search?q=emma&decade=1965', 'decade'],
    ['/search?q=emma&page=0', 'page'],
    ['/search?q=emma&page=1000000000', 'page'],
    [`/search?q=emma${'&genre=1'.repeat(200)}`, 'genre'],
    ['/suggestions', 'q'],
    ['/suggestions?q=', 'q'],
    [`/suggestions?q=${long}`, 'q'],
    ['/suggestions?q=emma&limit=11', 'limit'],
    ['/suggestions?q=emma&page=1', 'page'],
    ['/counts?_=1', '_'],
    ['/openapi.json?v=1', 'v'],
  ];

  for (const [address, ...parameters] of refused) {
    test(`${address.slice(0, 60)} is refused because of ${parameters.map((name) => name.slice(0, 20))}`, async () => {
      const { status, body } = await askJson(address);
      const { title, type, errors } = body as Refusal;
      assert.deepEqual([status, title, type], [400, 'Invalid parameters', '/api#invalid-parameters']);
      assert.deepEqual(errors.map(({ parameter }) => parameter).toSorted(), parameters.toSorted());
    });
  }

  test('a cursor belongs to its order', async () => {
    const { body } = await askJson('/books?sort=newest&limit=1');
    assert.equal((await askJson(`/books?sort=newest&cursor=${body.next}`)).status, 200);
    for (const other of ['/books?', '/books?sort=year&', '/authors?', '/genres?', '/books/1/copies?'])
      assert.equal((await askJson(`${other}cursor=${body.next}`)).status, 400, other);
  });

  for (const id of [
    '1e3',
    '007',
    '-1',
    '0',
    'abc',
    '2147483648',
    '2147483647',
    '1.0',
    '%00',
    '1%20',
    '１',
    'a'.repeat(10_000),
  ]) {
    test(`/books/${id.slice(0, 20)} is not found`, async () => {
      for (const address of [`/books/${id}`, `/books/${id}/copies`, `/authors/${id}`]) {
        const { status, body } = await askJson(address);
        assert.deepEqual([status, body.title, body.status], [404, 'Not found', 404]);
      }
    });
  }

  test('the way to the next page keeps everything but the cursor, and leads there', async () => {
    const first = await ask('/books?limit=1&added_since=2026-01-01&sort=newest');
    const { items, next } = (await first.json()) as { items: { id: number }[]; next: string };
    const link = first.headers.get('link') ?? '';
    assert.equal(
      link,
      `</api/v1/books?limit=1&added_since=2026-01-01&sort=newest&cursor=${next}>; rel="next"`,
    );
    const second = await ask(link.slice('</api/v1'.length, link.indexOf('>')));
    assert.notEqual(
      ((await second.json()) as typeof items & { items: typeof items }).items[0]?.id,
      items[0]?.id,
    );
    assert.equal((await ask('/books')).headers.get('link'), null);
  });

  test('who has an answer already is told so', async () => {
    const first = await ask('/books/1');
    const etag = first.headers.get('etag') ?? '';
    assert.match(etag, /^W\/"[\w-]{27}"$/);
    for (const known of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
      const again = await ask('/books/1', { headers: { 'if-none-match': known } });
      assert.deepEqual([again.status, again.headers.get('etag'), await again.text()], [304, etag, '']);
      assert.equal(again.headers.get('cache-control'), 'public, no-cache');
      assert.equal(again.headers.get('access-control-allow-origin'), '*');
    }
    assert.equal((await ask('/books/1', { headers: { 'if-none-match': '"other"' } })).status, 200);
    assert.notEqual((await ask('/books/2')).headers.get('etag'), etag);
    const missing = await ask('/books/99', { headers: { 'if-none-match': '*' } });
    assert.deepEqual([missing.status, missing.headers.get('cache-control')], [404, 'no-store']);
  });

  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    test(`${method} is not allowed`, async () => {
      const answer = await ask('/books', { method });
      assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'GET, HEAD, OPTIONS']);
      assert.equal(((await answer.json()) as Refusal).title, 'Method not allowed');
    });
  }

  test('a page of another site may ask first what it may do', async () => {
    const answer = await ask('/books', {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example' },
    });
    assert.equal(answer.status, 204);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.match(answer.headers.get('access-control-allow-methods') ?? '', /GET/);
    assert.equal(answer.headers.get('access-control-allow-credentials'), null);
  });
});

test('a fault of our own is told without its inside', async () => {
  const broken: Operation = {
    ...describeApi,
    run: () => Promise.reject(new Error('select * from secrets')),
  };
  const headers = { 'x-request-id': 'a6f7c1de-0000-4000-8000-000000000001' };
  const answer = await respondTo(
    broken,
    new Request('http://library.example/api/v1/x', { headers }),
    undefined,
    0,
  );
  const text = await answer.text();
  assert.equal(answer.status, 500);
  assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  assert.doesNotMatch(text, /secrets|Error|at /);
  assert.equal(JSON.parse(text).instance, 'urn:uuid:a6f7c1de-0000-4000-8000-000000000001');
});

describe('with a limit of two requests a minute', () => {
  before(() => {
    settings().API_RATE_LIMIT = 2;
  });
  const askAs = (client: string, now: number, method = 'GET') =>
    ask('/openapi.json', { method, headers: { [clientHeader]: clientHeaderValue(client) } }, now);

  test('the third is told to wait, and another client is not', async () => {
    const answers = [await askAs('a', 0), await askAs('a', 0), await askAs('a', 0)];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 429],
    );
    assert.deepEqual(
      answers.map(({ headers }) => headers.get('ratelimit')),
      ['"minute";r=1;t=30', '"minute";r=0;t=60', '"minute";r=0;t=60'],
    );
    assert.equal(answers[0]?.headers.get('ratelimit-policy'), '"minute";q=2;w=60');
    assert.deepEqual(
      answers.map(({ headers }) => headers.get('retry-after')),
      [null, null, '30'],
    );
    const { title, detail } = JSON.parse((await answers[2]?.text()) ?? '{}');
    assert.deepEqual([title, detail], ['Too many requests', 'Wait 30 s before you ask again.']);
    assert.equal((await askAs('b', 0)).status, 200);
    assert.equal((await askAs('a', 29_000)).status, 429);
    assert.equal((await askAs('a', 30_000)).status, 200);
  });

  test('asking first what is allowed costs nothing', async () => {
    for (let i = 0; i < 5; i += 1) assert.equal((await askAs('c', 0, 'OPTIONS')).status, 204);
    assert.equal((await askAs('c', 0)).headers.get('ratelimit'), '"minute";r=1;t=30');
  });
});
