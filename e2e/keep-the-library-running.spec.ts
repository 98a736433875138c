import { once } from 'node:events';
import { get } from 'node:http';
import { connect } from 'node:net';
import { test as base, expect } from '@playwright/test';
import { type Library, startLibrary } from './library-server.ts';

const test = base.extend<{ library: Library }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies of a fixture from this pattern.
  library: async ({}, use) => {
    const library = await startLibrary();
    await use(library);
    await library.stop();
  },
});

/** Sends a request except for its last line; `finish` sends that too and resolves to the answer. */
async function beginRequest(library: Library) {
  const { port } = new URL(library.url);
  const socket = connect({ host: 'localhost', port: Number(port) });
  await once(socket, 'connect');
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n');
  await fetch(`${library.url}/healthz`);
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

const isOpen = (library: Library) =>
  fetch(`${library.url}/healthz`).then(
    () => true,
    () => false,
  );

test('A request that runs when the library is asked to stop gets its whole answer', async ({ library }) => {
  const finish = await beginRequest(library);
  const stopped = library.stop();
  await expect.poll(() => isOpen(library)).toBe(false);
  const answer = await finish();
  expect(answer).toContain('HTTP/1.1 200 OK');
  expect(answer).toContain('</html>');
  expect(await stopped).toBe(0);
});

test('Monitors read at /healthz that the database answers', async ({ library }) => {
  const answer = await fetch(`${library.url}/healthz`);
  expect(answer.status).toBe(200);
  expect((await answer.text()).trim()).toBe('ok');
});

test('A header of 17 KB is refused with 431', async ({ library }) => {
  const request = get(library.url, { headers: { 'x-long': 'a'.repeat(17 * 1024) } });
  const [answer] = await once(request, 'response');
  expect(answer.statusCode).toBe(431);
});

test('The log tells what was asked, but neither cookies nor what people search for', async ({ library }) => {
  await fetch(`${library.url}/?q=a-secret-wish`, { headers: { cookie: 'taste=a-secret-biscuit' } });
  const answers = () => library.log().filter((text) => text.includes('"method"'));
  await expect.poll(() => answers().length).toBeGreaterThan(0);
  const [line] = answers().map((text) => JSON.parse(text));
  expect(line).toMatchObject({ method: 'GET', path: '/', status: 200 });
  expect(line.request).toMatch(/^[0-9a-f-]{36}$/);
  expect(library.log().join('\n')).not.toContain('secret');
});
