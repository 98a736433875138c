import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createLibraryServer, listen } from '#lib/http/server';

let server: Server;
let address: string;
let released = Promise.withResolvers<void>();
let [inside, most] = [0, 0];

before(async () => {
  server = createLibraryServer(async ({ url = '' }, response) => {
    if (url !== '/healthz' && !url.startsWith('/_next/')) {
      inside += 1;
      most = Math.max(most, inside);
      await released.promise;
      inside -= 1;
    }
    response.end('Emma');
  });
  await listen(server, 0, '127.0.0.1');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.close();
  server.closeAllConnections();
});

/** More than are answered at once and wait; what they come to, once the pages are let go on. */
async function storm(path: string, count = 20 + 300) {
  released = Promise.withResolvers<void>();
  const answers = Array.from({ length: count }, () => fetch(address + path));
  while (inside < 20) await pause(5);
  await pause(300);
  return async () => {
    released.resolve();
    return Promise.all(answers.map(async (answer) => (await answer).status));
  };
}

const html = { accept: 'text/html', 'accept-language': 'es' };

test('no more than twenty pages are made at once, and those that wait are made then', async () => {
  const end = await storm('/books');
  assert.equal(inside, 20);
  assert.deepEqual(new Set(await end()), new Set([200]));
  assert.equal(most, 20);
});

test('who comes after those that wait hears so at once, in a page or a problem, and when to come again', async () => {
  const end = await storm('/books');
  const page = await fetch(`${address}/books`, { headers: html });
  const problem = await fetch(`${address}/api/v1/books`);
  const feed = await fetch(`${address}/feeds/new.atom`);
  for (const { status, headers } of [page, problem, feed]) {
    assert.equal(status, 503);
    assert.ok(Number(headers.get('retry-after')) > 0);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.deepEqual(headers.getSetCookie(), []);
  }
  assert.match(await page.text(), /<html lang="es">.*Hay mucha gente en este momento.*<\/html>/s);
  assert.equal(problem.headers.get('content-type'), 'application/problem+json');
  assert.partialDeepStrictEqual(await problem.json(), { status: 503, title: 'Too busy' });
  assert.match(await feed.text(), /^Too many answers are being made/);
  await end();
  assert.equal((await fetch(`${address}/books`, { headers: html })).status, 200);
});

test('meanwhile monitors and files are answered, and what Next asks itself for', async () => {
  const end = await storm('/books');
  for (const path of ['/healthz', '/_next/static/chunk.js', '/_next/static/media/a.woff2'])
    assert.equal((await fetch(address + path)).status, 200, path);
  const own = fetch(`${address}/list`, { headers: { 'x-action-redirect': '1' } });
  while (inside < 21) await pause(5);
  await end();
  assert.equal((await own).status, 200);
});

test('what is made for those who went away counts until it is made', async () => {
  const going = new AbortController();
  released = Promise.withResolvers<void>();
  const left = Array.from({ length: 100 }, () => fetch(`${address}/books`, { signal: going.signal }));
  while (inside < 20) await pause(5);
  going.abort();
  await Promise.allSettled(left);
  const next = fetch(`${address}/books`);
  await pause(100);
  assert.equal(inside, 20);
  released.resolve();
  assert.equal((await next).status, 200);
  assert.equal(inside, 0);
});
