import assert from 'node:assert/strict';
import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { freshDatabase } from '#db/testing/database';
import { clientHeader, clientOfHeaders } from '#lib/api/requests/client-header';
import { handleNodeRequest } from '#lib/http/node-request';

freshDatabase();

let server: Server;
let address: string;

/** Answers with the headers that the page would see. */
before(async () => {
  server = createServer((request, response) => {
    handleNodeRequest(request, response)
      .then((asked) => asked && response.end(JSON.stringify(request.headers)))
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

after(() => server.close());

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(address + path, { headers, redirect: 'manual' });
const own = { cookie: 'library-session=garbage' };

test('the page sees the policy that the browser gets, with a nonce of its own each time', async () => {
  const policies = new Set<string>();
  for (const path of ['/', '/', '/books']) {
    const answer = await ask(path, { 'content-security-policy': "script-src 'nonce-mine'" });
    const policy = answer.headers.get('content-security-policy') ?? '';
    const seen = (await answer.json()) as Record<string, string>;
    assert.match(policy, /script-src 'nonce-/);
    assert.equal(seen['content-security-policy'], policy);
    policies.add(policy);
  }
  assert.equal(policies.size, 3);
});

test('files have neither a policy nor a session', async () => {
  for (const path of ['/_next/static/chunk.js', '/covers/1.svg', '/books/suggestions?q=emma']) {
    const answer = await ask(path);
    assert.equal(answer.headers.get('content-security-policy'), null);
    assert.deepEqual(answer.headers.getSetCookie(), []);
  }
});

test('the page is told whether the browser keeps cookies, whatever the browser says', async () => {
  const told = async (path: string, headers: Record<string, string>) => {
    const seen = (await (await ask(path, headers)).json()) as Record<string, string>;
    return seen['x-library-cookies'];
  };
  assert.equal(await told('/', {}), 'on');
  assert.equal(await told('/?cookie-trial=1', { 'x-library-cookies': 'on' }), 'off');
  assert.equal(await told('/', { 'x-library-cookies': 'off' }), 'on');
});

test('a browser that passed the trial is led on at once, and not counted', async () => {
  const answer = await ask('/?q=emma&cookie-trial=1', own);
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), '/?q=emma');
  assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
  assert.deepEqual(answer.headers.getSetCookie(), []);
});

test('no address makes the front fail', async () => {
  for (const path of [
    '//',
    '//?cookie-trial=1',
    '/books/%E0%A4%A?cookie-trial',
    '/?cookie-trial=%',
    '/books/-1',
  ])
    assert.ok([200, 303].includes((await ask(path, own)).status), path);
});

test('a way around leads nowhere, and is no file either', async () => {
  const raw = (path: string) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      get(address, { path }, (answer) => resolve(answer.headers)).on('error', reject);
    });
  for (const path of ['/covers/../books', '/covers/%2e%2e%2fbooks', '/_next/static/../x', '/covers/a/b'])
    assert.ok((await raw(path))['content-security-policy'], path);
});

test('a form from another site is refused, and ours is not', async () => {
  const { host } = new URL(address);
  const status = async (headers: Record<string, string>) =>
    (await fetch(`${address}/books`, { method: 'POST', headers })).status;
  assert.equal(await status({}), 200);
  assert.equal(await status({ origin: `https://${host}` }), 200);
  assert.equal(await status({ origin: 'https://library.test', 'x-forwarded-host': 'library.test' }), 200);
  for (const origin of ['https://elsewhere.test', 'null', '%%%', ''])
    assert.equal(await status({ origin }), 403, origin);
});

test('a form that is sent says from where, whatever its sender says; a page that is asked for does not', async () => {
  const client = async (method: string) => {
    const answer = await fetch(`${address}/books`, { method, headers: { 'x-library-client': '192.0.2.1' } });
    const written = ((await answer.json()) as Record<string, string>)[clientHeader];
    return written && clientOfHeaders(new Headers({ [clientHeader]: written }));
  };
  assert.equal(await client('POST'), '127.0.0.1');
  assert.equal(await client('GET'), undefined);
});
