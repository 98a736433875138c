import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { onFailure } from '#lib/http/failed-response';

const session = 'library-session=Fe26.2*1*x; Path=/';
const secureSession = '__Host-library-session=Fe26.2*1*x; Path=/; Secure';
const other = 'theme=dark; Path=/';

/** What a browser gets when the page answers like this. */
async function answerTo(page: (response: ServerResponse) => void, headers = {}) {
  const server = createServer((request, response) => {
    request.headers['content-security-policy'] = "script-src 'nonce-abc'";
    onFailure(request, response);
    page(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers });
  const text = await answer.text();
  server.close();
  server.closeAllConnections();
  return { status: answer.status, headers: answer.headers, text };
}

const cookiesOf = async (page: (response: ServerResponse) => void) =>
  (await answerTo(page)).headers.getSetCookie();

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

const failing = (type: string) => (response: ServerResponse) => {
  response.setHeader('content-security-policy', "style-src 'nonce-abc'");
  response.setHeader('content-type', type);
  response.setHeader('set-cookie', session);
  response.writeHead(500);
  response.write('<script src="stack.js">');
  response.end('secret shelf');
};

test('a page that failed is ours instead, whole and with its own length', async () => {
  const { status, headers, text } = await answerTo(failing('text/html; charset=utf-8'));
  assert.equal(status, 500);
  assert.match(text, /^<!DOCTYPE html>.*<\/html>\n$/s);
  assert.match(text, /<style nonce="abc">/);
  assert.match(text, /<a href="\/">/);
  assert.doesNotMatch(text, /secret|stack/);
  assert.equal(headers.get('content-length'), String(Buffer.byteLength(text)));
  assert.equal(headers.get('cache-control'), 'no-store');
  assert.deepEqual(headers.getSetCookie(), []);
});

test('it speaks the language of the browser', async () => {
  for (const locale of ['en', 'es', 'pt-BR']) {
    const { text } = await answerTo(failing('text/html'), { 'accept-language': locale });
    assert.match(text, new RegExp(`<html lang="${locale}">`));
  }
});

test('what is no page stays as it is', async () => {
  const { status, text } = await answerTo(failing('text/plain'));
  assert.deepEqual([status, text], [500, '<script src="stack.js">secret shelf']);
});

test('a page that did not fail stays as it is', async () => {
  const { status, text } = await answerTo((response) => {
    response.writeHead(404, { 'content-type': 'text/html' }).end('<p>No such book');
  });
  assert.deepEqual([status, text], [404, '<p>No such book']);
});

test('it arrives although Next compresses what it writes itself', async () => {
  const { text } = await answerTo((response) => {
    const end = response.end.bind(response);
    response.end = ((chunk: string) => end(`compressed ${chunk}`)) as typeof response.end;
    failing('text/html')(response);
  });
  assert.match(text, /^<!DOCTYPE html>.*<\/html>\n$/s);
});
