import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { oneAtATime } from '#lib/http/one-at-a-time';

type Seen = { most: number; asked: string[] };

/** A server whose answers take their time, and how many it was making at once. */
async function serve(slow: (url: string) => Promise<unknown>) {
  const seen: Seen = { most: 0, asked: [] };
  let now = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { url = '' } = request;
    now += 1;
    seen.most = Math.max(seen.most, now);
    seen.asked.push(url);
    await slow(url);
    const body = request.method === 'POST' ? `${(await request.toArray()).join('')} ` : '';
    now -= 1;
    response.end(`${body}${url};`);
  };
  const server = createServer(oneAtATime((request, response) => void answer(request, response)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, seen, port: (server.address() as AddressInfo).port };
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: library.test\r\n\r\n`;
const last = (path: string) => `GET ${path} HTTP/1.1\r\nHost: library.test\r\nConnection: close\r\n\r\n`;

/** Everything that comes back on one connection. */
async function send(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(text);
  return (await socket.toArray()).join('');
}

const bodies = (answers: string) => [...answers.matchAll(/(\S+?);/g)].map(([, path]) => path);
const paths = (count: number) => Array.from({ length: count }, (_, n) => `/${n}`);

for (const count of [1, 2, 50, 3000])
  test(`${count} requests in one piece are answered in their order, one at a time`, async () => {
    const { server, seen, port } = await serve(() => Promise.resolve());
    const asked = paths(count);
    const answers = await send(port, asked.slice(0, -1).map(get).join('') + last(`/${count - 1}`));
    server.close();
    assert.deepEqual(bodies(answers), asked);
    assert.deepEqual(seen, { most: 1, asked });
  });

test('a body in between is read, also where it comes late', async () => {
  const { server, seen, port } = await serve(() => pause(5));
  const socket = connect(port, '127.0.0.1');
  const head = 'POST /b HTTP/1.1\r\nHost: library.test\r\nContent-Length: 9\r\n\r\n';
  socket.write(`${get('/a')}${head}Emma`);
  await pause(50);
  socket.write(` 1815${last('/c')}`);
  const answers = (await socket.toArray()).join('');
  server.close();
  assert.deepEqual(bodies(answers.replaceAll('Emma 1815 ', '')), ['/a', '/b', '/c']);
  assert.match(answers, /Emma 1815 \/b;/);
  assert.equal(seen.most, 1);
});

test('a client that went away is answered no more', async () => {
  const released = Promise.withResolvers<void>();
  const { server, seen, port } = await serve(() => released.promise);
  const socket = connect(port, '127.0.0.1');
  socket.write(paths(100).map(get).join(''));
  while (seen.asked.length === 0) await pause(5);
  socket.destroy();
  await pause(20);
  released.resolve();
  await new Promise((resolve) => server.close(resolve));
  assert.deepEqual(seen.asked, ['/0']);
});

test('connections do not wait for each other, and one is used again', async () => {
  const released = Promise.withResolvers<void>();
  const { server, port } = await serve((url) => (url === '/slow' ? released.promise : Promise.resolve()));
  const slow = send(port, get('/slow') + last('/after'));
  assert.deepEqual(bodies(await send(port, get('/1') + last('/2'))), ['/1', '/2']);
  released.resolve();
  assert.deepEqual(bodies(await slow), ['/slow', '/after']);
  server.close();
});
