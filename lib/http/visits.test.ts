import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { transaction } from '#db/client';
import { freshDatabase } from '#db/testing/database';
import { insertBook } from '#db/testing/records';
import { bookPath } from '#lib/catalog/address';
import { settings } from '#lib/env';
import { handleNodeRequest } from '#lib/http/node-request';
import { openSession as open } from '#lib/session/open-session';
import type { SessionRecord } from '#lib/session/record';
import { keepForRequest, sessionOfRequest } from '#lib/session/request-sessions';
import { seal } from '#lib/session/seal/seal';
import { engines, onEngines, storingEngines } from '#lib/session/testing/engines';
import { isVisit } from '#lib/visitor/record-visit';
import { maxViewed, visitorSessions } from '#lib/visitor/session-shape';

const openSession = (cookie: string) => open(visitorSessions, cookie, { now: new Date() });

freshDatabase();

type Row = [name: string, visit: boolean, method: string, url: string, headers?: Record<string, string>];

const requests: Row[] = [
  ['the home page', true, 'GET', '/'],
  ['another page', true, 'GET', '/books?q=emma'],
  ['a link that was followed', true, 'GET', '/?_rsc=1abc', { rsc: '1' }],
  ['a link that was followed, with a query', true, 'GET', '/books?q=emma&_rsc=1abc', { rsc: '1' }],
  ['a link that Next sends to another address first', false, 'GET', '/', { rsc: '1' }],
  ['a link whose query only looks like it', false, 'GET', '/?x_rsc=1', { rsc: '1' }],
  ['a reload', true, 'GET', '/', { 'cache-control': 'no-cache' }],
  ['HEAD', false, 'HEAD', '/'],
  ['POST', false, 'POST', '/'],
  ['what Next fetches ahead', false, 'GET', '/?_rsc=1abc', { rsc: '1', 'next-router-prefetch': '1' }],
  ['what the browser fetches ahead', false, 'GET', '/', { 'sec-purpose': 'prefetch' }],
  ['what the browser renders ahead', false, 'GET', '/', { 'sec-purpose': 'prefetch;prerender' }],
  ['what an older browser fetches ahead', false, 'GET', '/', { purpose: 'prefetch' }],
  ['an action that leads to it', false, 'GET', '/', { 'x-action-redirect': '/;push' }],
];

describe('a visit is a person asking for a page:', () => {
  for (const [name, visit, method, url, headers = {}] of requests) {
    test(`${name}: ${visit ? 'yes' : 'no'}`, () => {
      assert.equal(isVisit({ method, target: url, headers: new Headers(headers) }), visit);
    });
  }
});

let server: Server;

const pathOf = (book: number | undefined) => bookPath({ id: book ?? 0, title: 'Emma' });

/** More books than are remembered. */
const newBooks = () =>
  transaction(async (tx) => {
    const books: number[] = [];
    for (let n = 0; n < maxViewed + 2; n++) books.push(await insertBook(tx));
    return books;
  });

/** Answers with what the page of this very request reads. */
before(async () => {
  server = createServer((incoming, response) => {
    const id = randomUUID();
    incoming.headers['x-request-id'] = id;
    handleNodeRequest(incoming, response)
      .then(async (asked) => asked && response.end(JSON.stringify(await pageSession(id, incoming.headers))))
      .catch((error: unknown) => response.writeHead(500).end(JSON.stringify(String(error))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

async function pageSession(id: string, { cookie = '' }: { cookie?: string }): Promise<SessionRecord> {
  const own = /(?:^|; )(?:__Host-)?library-session=([^;]*)/.exec(cookie)?.[1] ?? '';
  return sessionOfRequest(id) ?? (await openSession(own)).session.toRecord();
}

after(() => server.close());

type Answer = { status: number; setCookie: string[]; record: SessionRecord | null };

function ask(path = '/', headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asking = request({ port, host: '127.0.0.1', path, method, headers }, async (response) => {
      const body = (await response.toArray()).join('');
      const setCookie = response.headers['set-cookie'] ?? [];
      resolve({ status: response.statusCode ?? 0, setCookie, record: JSON.parse(body || 'null') });
    });
    asking.on('error', reject).end();
  });
}

const sent = ({ setCookie }: Answer) => setCookie[0]?.split(';')[0] ?? '';
const num_visits = ({ record }: Answer) => record?.values.num_visits;

/** A browser at this server: sends what it was last sent. */
function reader() {
  let cookie = '';
  return {
    cookie: () => cookie,
    ask: async (path?: string, headers = {}, method?: string) => {
      const answer = await ask(path, { ...(cookie && { cookie }), ...headers }, method);
      cookie = sent(answer) || cookie;
      return answer;
    },
    remembered: async () => {
      const { session } = await openSession(cookie.slice(cookie.indexOf('=') + 1));
      return Object.fromEntries(session.entries());
    },
  };
}

onEngines(engines, () => {
  test('the page reads the count of this very request: 1, 2, 3', async () => {
    const amara = reader();
    for (const number of [1, 2, 3]) assert.equal(num_visits(await amara.ask('/?x=1')), number);
    assert.equal(num_visits(await reader().ask()), 1);
  });

  test('one cookie is sent, for this site only and out of reach of scripts', async () => {
    const { setCookie } = await ask();
    assert.equal(setCookie.length, 1);
    assert.match(setCookie[0] ?? '', /^library-session=Fe26\.2\*/);
    assert.match(setCookie[0] ?? '', /; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test('over https the cookie is secure and bound to the host', async () => {
    const answer = await ask('/', { 'x-forwarded-proto': 'https' });
    assert.equal(num_visits(answer), 1);
    assert.match(answer.setCookie[0] ?? '', /^__Host-library-session=.*; Secure/);
  });

  test('another page, HEAD, a prefetch and an odd address count nothing', async () => {
    const amara = reader();
    await amara.ask();
    const nothing: [string, Record<string, string>?, string?][] = [
      ['/books'],
      ['/books?from=/'],
      ['//'],
      ['/', {}, 'HEAD'],
      ['/', { 'sec-purpose': 'prefetch' }],
    ];
    for (const row of nothing) {
      assert.deepEqual((await amara.ask(...row)).setCookie, [], row[0]);
    }
    assert.deepEqual(Object.keys((await amara.remembered()) ?? {}), ['num_visits', 'visitDays']);
    assert.equal((await amara.remembered())?.num_visits, 1);
  });

  test('a tampered cookie starts again at 1', async () => {
    const cookie = sent(await ask());
    const answer = await ask('/', { cookie: cookie.replace('*2*', '*3*') });
    assert.deepEqual([num_visits(answer), answer.status], [1, 200]);
  });

  test('the 12 books looked at last are remembered, newest first, each once', async () => {
    const [amara, books] = [reader(), await newBooks()];
    for (const book of [...books, books[5]]) await amara.ask(`${pathOf(book)}?page=2`);
    const others = books.filter((book) => book !== books[5]).toReversed();
    const viewed = [books[5], ...others].slice(0, maxViewed);
    assert.deepEqual(await amara.remembered(), { viewed });
    assert.equal(viewed.length, 12);
  });

  test('the book looked at last, again, is nothing new', async () => {
    const [amara, [book]] = [reader(), await newBooks()];
    await amara.ask(pathOf(book));
    const { setCookie, record } = await amara.ask(pathOf(book));
    assert.deepEqual(setCookie, []);
    assert.deepEqual(record?.values.viewed, [book]);
  });

  test('books that are none, and those fetched ahead, are not remembered', async () => {
    const [amara, [book]] = [reader(), await newBooks()];
    for (const path of ['/books/2147483647', '/books/0', '/books/new', '/books/1e1', `/authors/${book}`])
      assert.deepEqual((await amara.ask(path)).setCookie, [], path);
    const ahead = { rsc: '1', 'next-router-prefetch': '1' };
    await amara.ask(`${pathOf(book)}?_rsc=1`, ahead);
    await amara.ask(pathOf(book), {}, 'HEAD');
    assert.equal(amara.cookie(), '');
  });

  test('every page refreshes a session where that is asked for, but none that holds nothing', async () => {
    const amara = reader();
    await amara.ask();
    await amara.ask();
    settings().SESSION_SAVE_EVERY_REQUEST = 'on';
    try {
      assert.equal((await amara.ask('/books')).record?.values.num_visits, 2);
      assert.deepEqual((await reader().ask('/books')).setCookie, []);
    } finally {
      settings().SESSION_SAVE_EVERY_REQUEST = 'off';
    }
  });

  const oddCookies = ['reading list=1', 'ação=1', '=nobody', 'a', ';;;', 'b(c)=d; =; "x"=y', '%E0%A4%A=1'];

  test('cookies with names that the standard does not allow do no harm', async () => {
    const own = sent(await ask());
    for (const [n, odd] of oddCookies.entries()) {
      const bytes = Buffer.from(odd).toString('latin1');
      const answer = await ask('/', { cookie: `${bytes}; ${own}` });
      assert.equal(answer.status, 200);
      assert.ok(Number(num_visits(answer)) >= 2, `${n}: ${odd}`);
    }
  });

  test('of two cookies of ours the first is read', async () => {
    const [one, other] = [sent(await ask()), 'library-session=garbage'];
    for (const cookie of [`${one}; ${other}`, `x=1;${one}`, `${one}; ${one}`])
      assert.ok(Number(num_visits(await ask('/', { cookie }))) >= 2, cookie);
    assert.equal(num_visits(await ask('/', { cookie: `${other}; ${one}` })), 1);
  });
});

onEngines(storingEngines, () => {
  test('30 visits at once: each page says a number of its own', async () => {
    const amara = reader();
    await amara.ask();
    await amara.ask();
    const answers = await Promise.all(Array.from({ length: 30 }, () => amara.ask()));
    assert.deepEqual(
      answers.map((answer) => Number(num_visits(answer))).toSorted((a, b) => a - b),
      Array.from({ length: 30 }, (_, n) => n + 3),
    );
  });
});

test('what was kept for a request is gone a minute later', () => {
  const record = { values: { num_visits: 1 } };
  const later = (seconds: number) => new Date(Date.now() + 1000 * (100 + seconds));
  for (const id of ['a', 'b']) keepForRequest(id, record, later(0));
  keepForRequest('c', record, later(59));
  assert.deepEqual(['a', 'b', 'c'].map(sessionOfRequest), [record, record, record]);
  keepForRequest('d', record, later(61));
  assert.deepEqual(['a', 'b', 'c', 'd'].map(sessionOfRequest), [undefined, undefined, record, record]);
});

test('a session of the version before keeps its count', async () => {
  const cookie = seal({ record: { values: { visits: 41, theme: 'dark' } } }, 1000, new Date());
  const answer = await ask('/', { cookie: `library-session=${cookie}` });
  assert.partialDeepStrictEqual(answer.record?.values, { num_visits: 42, theme: 'dark' });
});
