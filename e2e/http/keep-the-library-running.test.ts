import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get } from 'node:http';
import { connect } from 'node:net';
import { test } from 'node:test';
import { ask } from '../support/http-client.ts';
import { type Library, startLibrary } from '../support/library-server.ts';
import { sharedLibrary } from '../support/shared-library.ts';

const shared = await sharedLibrary();

/** Sends a request except for its last line; `finish` sends that too and resolves to the answer. */
async function beginRequest({ url }: Library) {
  const { port } = new URL(url);
  const socket = connect({ host: 'localhost', port: Number(port) });
  await once(socket, 'connect');
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n');
  await ask(`${url}/healthz`);
  return async function finish(): Promise<string> {
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk;
    });
    socket.write('\r\n');
    await once(socket, 'close');
    return answer;
  };
}

test('A request that runs when the library is asked to stop gets its whole answer', async (t) => {
  const library = await startLibrary();
  const finish = await beginRequest(library);
  const stopped = library.stop();
  await t.waitFor(() => assert.rejects(fetch(`${library.url}/healthz`)), { timeout: 10_000 });
  const answer = await finish();
  assert.match(answer, /HTTP\/1\.1 200 OK/);
  assert.match(answer, /<\/html>/);
  assert.equal(await stopped, 0);
});

test('Monitors read at /healthz that the database answers', async () => {
  const { status, text } = await shared.get('/healthz');
  assert.deepEqual([status, text.trim()], [200, 'ok']);
});

test('A header of 17 KB is refused with 431', async () => {
  const request = get(shared.url, { headers: { 'x-long': 'a'.repeat(17 * 1024) } });
  const [answer] = await once(request, 'response');
  assert.equal(answer.statusCode, 431);
});

test('The log tells what was asked, but neither cookies nor what people search for', async (t) => {
  const library = await startLibrary();
  t.after(library.stop);
  await ask(`${library.url}/?q=a-secret-wish`, { headers: { cookie: 'taste=a-secret-biscuit' } });
  const line = await t.waitFor(
    () => {
      const written = library.log().find((text) => text.includes('"method"'));
      assert.ok(written);
      return written;
    },
    { timeout: 10_000 },
  );
  const answered = JSON.parse(line);
  assert.partialDeepStrictEqual(answered, { method: 'GET', path: '/', status: 200 });
  assert.match(answered.request, /^[0-9a-f-]{36}$/);
  assert.doesNotMatch(library.log().join('\n'), /secret/);
});

test('Monitors read at /healthz?full how each job stands, and nothing that it said', async () => {
  const { status, text } = await shared.get('/healthz?full');
  assert.equal(status, 200, text);
  assert.match(text, /^database: ok\n(job [a-z:-]+: (never|running|done), .*\n)+$/);
  assert.match(text, /^job sessions:clear: /m);
  assert.doesNotMatch(text, /Removed/);
});
