import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { testNow as now } from '#db/test-database';
import { countVisit, isVisit } from '#lib/session/front';
import { loadSession } from '#lib/session/store';

type Row = [name: string, visit: boolean, method: string, url: string, headers?: Record<string, string>];

const requests: Row[] = [
  ['the home page', true, 'GET', '/'],
  ['the home page with a query', true, 'GET', '/?x=1'],
  ['a link that was followed', true, 'GET', '/?_rsc=1abc', { rsc: '1' }],
  ['a link that Next sends to another address first', false, 'GET', '/', { rsc: '1' }],
  ['a reload', true, 'GET', '/', { 'cache-control': 'no-cache' }],
  ['HEAD', false, 'HEAD', '/'],
  ['POST', false, 'POST', '/'],
  ['another page', false, 'GET', '/books'],
  ['another page that names this one', false, 'GET', '/books?from=/'],
  ['an address of two slashes', false, 'GET', '//'],
  ['what Next fetches ahead', false, 'GET', '/?_rsc=1abc', { rsc: '1', 'next-router-prefetch': '1' }],
  ['what the browser fetches ahead', false, 'GET', '/', { 'sec-purpose': 'prefetch' }],
  ['what the browser renders ahead', false, 'GET', '/', { 'sec-purpose': 'prefetch;prerender' }],
  ['what an older browser fetches ahead', false, 'GET', '/', { purpose: 'prefetch' }],
  ['an action that leads to it', false, 'GET', '/', { 'x-action-redirect': '/;push' }],
];

describe('a visit is a person asking for the home page:', () => {
  for (const [name, visit, method, url, headers = {}] of requests) {
    test(`${name}: ${visit ? 'yes' : 'no'}`, () => {
      assert.equal(isVisit({ method, url, headers } as unknown as IncomingMessage), visit);
    });
  }
});

/** What the page of this request would read: the count, and the other cookies of the browser. */
async function page(request: IncomingMessage): Promise<{ visits: number | undefined; cookie: string }> {
  const cookie = request.headers.cookie ?? '';
  const sealed = /(?:^|; )(?:__Host-)?library-session=([^;]*)/.exec(cookie)?.[1];
  const session = await loadSession(sealed, { now, readOnly: true });
  return { visits: session.get('visits'), cookie };
}

let server: Server;

before(async () => {
  server = createServer((incoming, response) => {
    countVisit(incoming, response, now)
      .then(async () => response.end(JSON.stringify(await page(incoming))))
      .catch((error) => response.writeHead(500).end(JSON.stringify({ error: String(error) })));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

after(() => server.close());

type Answer = { status: number; setCookie: string[]; visits: number; cookie: string };

function ask(headers: Record<string, string> = {}, path = '/', method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asking = request({ port, host: '127.0.0.1', path, method, headers }, async (response) => {
      const body = (await response.toArray()).join('');
      const setCookie = response.headers['set-cookie'] ?? [];
      resolve({ status: response.statusCode ?? 0, setCookie, ...JSON.parse(body || '{}') });
    });
    asking.on('error', reject).end();
  });
}

const sent = ({ setCookie }: Answer) => setCookie[0]?.split(';')[0] ?? '';

test('the page reads the count of this very request: 1, 2, 3', async () => {
  const first = await ask();
  const second = await ask({ cookie: sent(first) });
  const third = await ask({ cookie: sent(second) });
  assert.deepEqual([first.visits, second.visits, third.visits], [1, 2, 3]);
  assert.equal((await ask()).visits, 1);
});

test('one cookie is sent, for this site only and out of reach of scripts', async () => {
  const { setCookie } = await ask();
  assert.equal(setCookie.length, 1);
  assert.match(setCookie[0] ?? '', /^library-session=Fe26\.2\*/);
  assert.match(setCookie[0] ?? '', /; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/);
});

test('over https the cookie is secure and bound to the host', async () => {
  const { setCookie, visits } = await ask({ 'x-forwarded-proto': 'https' });
  assert.equal(visits, 1);
  assert.match(setCookie[0] ?? '', /^__Host-library-session=/);
  assert.match(setCookie[0] ?? '', /; Secure/);
});

test('what is no visit reads the count and sends nothing', async () => {
  const cookie = sent(await ask());
  const elsewhere = await ask({ cookie }, '/books');
  assert.deepEqual([elsewhere.visits, elsewhere.setCookie], [1, []]);
  assert.deepEqual((await ask({ cookie }, '/', 'HEAD')).setCookie, []);
});

test('a tampered cookie starts again at 1', async () => {
  const cookie = sent(await ask());
  const { visits, status } = await ask({ cookie: cookie.replace('*2*', '*3*') });
  assert.deepEqual([visits, status], [1, 200]);
});

test('other cookies reach the page as the browser sent them', async () => {
  const own = sent(await ask());
  const { cookie, visits } = await ask({ cookie: `theme=dark%20; ${own}; a="b c"` });
  assert.equal(visits, 2);
  assert.deepEqual(cookie.split('; ').slice(0, 2), ['theme=dark%20', 'a="b c"']);
  assert.equal(cookie.split('; ').length, 3);
});

const oddCookies = ['reading list=1', 'ação=1', '=nobody', 'a', ';;;', 'b(c)=d; =; "x"=y', '%E0%A4%A=1'];

test('cookies with names that the standard does not allow do no harm', async () => {
  const own = sent(await ask());
  for (const odd of oddCookies) {
    const bytes = Buffer.from(odd).toString('latin1');
    const { status, visits } = await ask({ cookie: `${bytes}; ${own}` });
    assert.deepEqual([status, visits], [200, 2], odd);
  }
});
