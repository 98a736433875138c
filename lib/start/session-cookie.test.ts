import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { withoutSessionCookieOnError } from '#lib/start/session-cookie';

const session = 'library-session=Fe26.2*1*x; Path=/';
const secureSession = '__Host-library-session=Fe26.2*1*x; Path=/; Secure';
const other = 'theme=dark; Path=/';

/** The cookies that a browser gets when the page answers like this. */
async function cookiesOf(answer: (response: ServerResponse) => void): Promise<string[]> {
  const server = createServer((_, response) => {
    withoutSessionCookieOnError(response);
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/`);
  await response.text();
  server.close();
  server.closeAllConnections();
  return response.headers.getSetCookie();
}

const answered = (status: number, cookies: string | string[]) => (response: ServerResponse) => {
  response.setHeader('set-cookie', cookies);
  response.statusCode = status;
  response.end('Emma');
};

describe('the session is saved with', () => {
  for (const status of [200, 303, 400, 404, 499]) {
    test(String(status), async () => {
      assert.deepEqual(await cookiesOf(answered(status, [session, other])), [session, other]);
    });
  }
});

describe('the session is not saved with', () => {
  for (const status of [500, 502, 503]) {
    test(String(status), async () => {
      assert.deepEqual(await cookiesOf(answered(status, [session, other, secureSession])), [other]);
      assert.deepEqual(await cookiesOf(answered(status, session)), []);
    });
  }

  test('500 that is written at once', async () => {
    const cookies = await cookiesOf((response) => {
      response.setHeader('set-cookie', [session, other]);
      response.writeHead(500, 'Broken', { 'content-type': 'text/plain' }).end('Emma');
    });
    assert.deepEqual(cookies, [other]);
  });

  test('500 that is streamed', async () => {
    const cookies = await cookiesOf((response) => {
      response.setHeader('set-cookie', session);
      response.statusCode = 500;
      response.write('Em');
      response.end('ma');
    });
    assert.deepEqual(cookies, []);
  });
});

test('a cookie whose name only begins like ours stays', async () => {
  const mine = 'library-session-count=3';
  assert.deepEqual(await cookiesOf(answered(500, [mine, session])), [mine]);
});
