import assert from 'node:assert/strict';
import { type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { runApart } from '#db/testing/environment';
import { StartupError } from '#lib/boot/startup-error';
import { createLibraryServer, drain, listen, type RequestListener } from '#lib/http/server';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** The address of a library whose pages are answered like this. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createLibraryServer(answer);
  servers.push(server);
  await listen(server, 0, '127.0.0.1');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const emma: RequestListener = async (_, response) => {
  response.end('Emma');
};

const jar = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

test('every answer has an id of its own, which the page knows too', async () => {
  const seen: unknown[] = [];
  const address = await serve(async (asked, response) => {
    seen.push(asked.headers['x-request-id']);
    response.end();
  });
  const answers = [
    await fetch(address),
    await fetch(`${address}/books`, { headers: { 'x-request-id': 'mine' } }),
  ];
  const ids = answers.map(({ headers }) => headers.get('x-request-id'));
  assert.deepEqual(ids, seen);
  assert.notEqual(ids[0], ids[1]);
  assert.match(ids[1] ?? '', /^[0-9a-f-]{36}$/);
});

test('every answer has the security headers, files and failures too', async () => {
  const address = await serve(async ({ url }, response) => {
    if (url === '/broken') throw new Error('The shelf fell over.');
    response.writeHead(url === '/books/0' ? 404 : 200).end();
  });
  for (const path of ['/', '/books/0', '/broken', '/_next/static/chunk.js', '/covers/1.svg']) {
    const { headers } = await fetch(address + path);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    assert.equal(headers.get('strict-transport-security'), null, path);
  }
  const secure = await fetch(address, { headers: { 'x-forwarded-proto': 'https' } });
  assert.ok(secure.headers.get('strict-transport-security'));
});

test('every page has a policy with a fresh nonce, the one that the page sees', async () => {
  const seen: unknown[] = [];
  const address = await serve(async ({ headers }, response) => {
    seen.push(headers['content-security-policy']);
    response.end();
  });
  const policies = [];
  for (const path of ['/', '/', '/books/0']) {
    policies.push((await fetch(address + path)).headers.get('content-security-policy'));
  }
  assert.deepEqual(policies, seen);
  assert.equal(new Set(policies).size, 3);
  for (const policy of policies) assert.match(policy ?? '', /script-src 'nonce-/);
});

test('a browser cannot choose the nonce', async () => {
  const address = await serve(async ({ headers }, response) => {
    response.end(headers['content-security-policy']);
  });
  const answer = await fetch(address, { headers: { 'content-security-policy': "script-src 'nonce-mine'" } });
  assert.doesNotMatch(await answer.text(), /mine/);
});

test('the home page counts, another page does not', async () => {
  const address = await serve(emma);
  const first = await fetch(address);
  assert.equal(first.headers.getSetCookie().length, 1);
  const books = await fetch(`${address}/books`, { headers: { cookie: jar(first) } });
  assert.deepEqual(books.headers.getSetCookie(), []);
});

test('a page that fails is a 500 without details, and its visit is not counted', async () => {
  const address = await serve(async () => {
    throw new Error('secret shelf');
  });
  const answer = await fetch(address);
  assert.equal(answer.status, 500);
  const text = await answer.text();
  assert.match(text, /<h1>Something went wrong on our side<\/h1>/);
  assert.doesNotMatch(text, /secret/);
  assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'self'/);
  assert.deepEqual(answer.headers.getSetCookie(), []);
});

test('what fails for a program says so in words, with 503', async () => {
  const address = await serve(async ({ url }, response) => {
    if (url === '/feeds/new.atom') throw new Error('secret shelf');
    response.writeHead(500).end();
  });
  for (const path of ['/feeds/new.atom', '/sitemap.xml', '/covers/1.svg', '/books/suggestions?q=a']) {
    const answer = await fetch(address + path);
    assert.deepEqual(
      [path, answer.status, await answer.text()],
      [path, 503, 'The library cannot answer this now.\n'],
    );
  }
});

test('a page that fails halfway ends its answer', async () => {
  const address = await serve(async (_, response) => {
    response.write('Em');
    throw new Error('The shelf fell over.');
  });
  const answer = await fetch(`${address}/books`);
  assert.equal(answer.status, 200);
  await answer.text().catch(() => {});
});

test('a 404 is saved like any page', async () => {
  const address = await serve(async (_, response) => {
    response.writeHead(404).end();
  });
  assert.equal((await fetch(address)).headers.getSetCookie().length, 1);
});

test('a header of 16 KB is refused, and the next request answered', async () => {
  const address = await serve(emma);
  assert.equal((await fetch(address, { headers: { cookie: 'a'.repeat(16_500) } })).status, 431);
  assert.equal((await fetch(address)).status, 200);
});

test('garbage in a cookie is an empty session', async () => {
  const address = await serve(emma);
  const cookie = `library-session=${'*'.repeat(8000)}; =;;; a(b)=c`;
  const answer = await fetch(address, { headers: { cookie } });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.getSetCookie().length, 1);
});

const servingApart = `
  import { createLibraryServer, drain, listen } from '#lib/http/server';
  const server = createLibraryServer(async ({ url }, response) => {
    if (url === '/broken') throw new Error('The shelf fell over.');
    response.end();
  });
  await listen(server, 0, '127.0.0.1');
  const address = 'http://127.0.0.1:' + server.address().port;
  const headers = { cookie: 'library-session=secret-cookie' };
  for (const path of ['/books?q=secret-query', '/broken']) await fetch(address + path, { headers });
  await drain(server, 100);`;

test('each request is one line of JSON, without its cookie and its query', async () => {
  const { stderr } = await runApart(servingApart, { LOG_LEVEL: 'info' });
  const lines = stderr.split('\n').map((line) => JSON.parse(line));
  const requests = lines.filter(({ status }) => status);
  assert.deepEqual(
    requests.map(({ method, path, status }) => [method, path, status]),
    [
      ['GET', '/books', 200],
      ['GET', '/broken', 500],
    ],
  );
  for (const { request, ms } of requests) assert.ok(request.length === 36 && ms >= 0);
  const failure = lines.find(({ msg }) => msg === 'request failed');
  assert.equal(failure?.request, requests[1]?.request);
  assert.match(failure?.error, /shelf fell over/);
  assert.doesNotMatch(stderr, /secret/);
});

const refusal = (message: RegExp) => (error: unknown) => {
  assert.ok(error instanceof StartupError, String(error));
  assert.match(error.message, message);
  return true;
};

test('a port in use is named', async () => {
  const port = Number(new URL(await serve(emma)).port);
  const second = createLibraryServer(emma);
  await assert.rejects(
    listen(second, port, '127.0.0.1'),
    refusal(new RegExp(`^Port ${port} is in use: .*PORT`)),
  );
});

test('an address of another machine is named', async () => {
  const server = createLibraryServer(emma);
  await assert.rejects(listen(server, 0, '192.0.2.1'), refusal(/^HOST holds “192\.0\.2\.1”/));
});

test('a stop lets running requests finish and takes no more', async () => {
  const finish = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const address = await serve(async (_, response) => {
    begun.resolve();
    await finish.promise;
    response.end('Emma');
  });
  const running = fetch(address).then((answer) => answer.text());
  await begun.promise;
  const [server] = servers;
  assert.ok(server);
  const stopped = drain(server, 10_000);
  await assert.rejects(fetch(address));
  finish.resolve();
  assert.equal(await running, 'Emma');
  await stopped;
});

test('a stop does not wait for ever', async () => {
  const address = await serve(async (_: IncomingMessage, response: ServerResponse) => {
    response.write('Em');
    await pause(60_000, undefined, { ref: false });
  });
  const hanging = request(address);
  hanging.on('error', () => {}).end();
  await pause(50);
  const [server] = servers;
  assert.ok(server);
  const started = performance.now();
  await drain(server, 100);
  assert.ok(performance.now() - started < 2000);
});
