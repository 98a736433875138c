import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../support/http-client.ts';
import { type Library, startLibrary } from '../support/library-server.ts';

let library: Library;
before(async () => {
  library = await startLibrary({ env: { SEARCH_RATE_LIMIT: '0' } });
});
after(() => library.stop());

/** What comes back on one connection on which so many requests are sent in one piece. */
async function send(paths: string[]): Promise<string> {
  const { hostname, port, host } = new URL(library.url);
  const socket = connect(Number(port), hostname);
  const heads = paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/html\r\n`);
  socket.write(`${heads.join('\r\n')}Connection: close\r\n\r\n`);
  return (await socket.toArray()).join('');
}

const statusesIn = (answers: string) =>
  [...answers.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));

/** Asks for a monitor until the storm is over: each time it must hear that all is well. */
async function watching<Result>(storm: Promise<Result>): Promise<Result> {
  let over = false;
  void storm.finally(() => {
    over = true;
  });
  while (!over) {
    assert.equal((await ask(`${library.url}/healthz`)).text, 'ok\n');
    await pause(50);
  }
  return storm;
}

test('Three hundred requests in one piece are answered in their order, and monitors meanwhile', async () => {
  const words = Array.from({ length: 300 }, (_, n) => `word${n}`);
  const answers = await watching(send(words.map((word) => `/books?q=${word}`)));
  assert.deepEqual(statusesIn(answers), Array(300).fill(200));
  const told = [...answers.matchAll(/<input[^>]* value="(word\d+)"/g)].map(([, word]) => word);
  assert.deepEqual([...new Set(told)], words);
});

test('Of five hundred connections at once each is answered, some with 503, and monitors meanwhile', async () => {
  const answers = await watching(Promise.all(Array.from({ length: 500 }, (_, n) => send([`/books?q=${n}`]))));
  const statuses = answers.flatMap(statusesIn);
  assert.equal(statuses.length, 500);
  assert.deepEqual([...new Set(statuses)].sort(), [200, 503]);
  const refused = answers.find((answer) => answer.startsWith('HTTP/1.1 503')) ?? '';
  assert.match(refused, /^retry-after: \d+\r$/im);
  assert.match(refused, /<h1>Many people are here right now<\/h1>/);
  assert.equal((await ask(`${library.url}/books?q=emma`)).status, 200);
});
