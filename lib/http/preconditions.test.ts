import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { keepPreconditions } from '#lib/http/preconditions';

const tag = 'W/"emma-1815"';
const modified = 'Sat, 23 Dec 1815 00:00:00 GMT';

let server: Server;
let address: string;
before(async () => {
  server = createServer((request, response) => {
    keepPreconditions(request, response);
    if (request.url === '/none') return response.writeHead(404).end('none');
    if (request.url === '/file') response.setHeader('etag', tag).setHeader('last-modified', modified);
    if (request.headers['if-match'] || request.headers['if-unmodified-since'])
      return response.writeHead(500).end('Next failed');
    if (request.headers.range === 'bytes=99-')
      return response.setHeader('content-range', 'bytes */4').writeHead(500).end('Next failed');
    const [status, body] = request.headers.range ? [206, 'Em'] : [200, 'Emma'];
    response.writeHead(status, { 'x-coding': request.headers['accept-encoding'] ?? 'none' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => server.close());

const ask = (headers: Record<string, string>, path = '/file', method = 'GET') =>
  fetch(address + path, { headers, method });

for (const [status, headers] of [
  [200, { 'if-match': '*' }],
  [200, { 'if-match': tag }],
  [200, { 'if-match': '"pride", "emma-1815"' }],
  [412, { 'if-match': '"pride"' }],
  [412, { 'if-match': 'emma-1815' }],
  [412, { 'if-match': '' }],
  [412, { 'if-match': '"pride"', 'if-unmodified-since': modified }],
  [200, { 'if-match': '*', 'if-unmodified-since': 'Mon, 01 Jan 1810 00:00:00 GMT' }],
  [200, { 'if-unmodified-since': modified }],
  [412, { 'if-unmodified-since': 'Mon, 01 Jan 1810 00:00:00 GMT' }],
  [200, { 'if-unmodified-since': 'yesterday' }],
  [206, { range: 'bytes=0-1' }],
  [206, { range: 'bytes=-2' }],
  [416, { range: 'bytes=99-' }],
  [200, { range: 'bytes=abc' }],
  [200, { range: 'bytes=1-0' }],
  [200, { range: 'bytes=0-1,99-' }],
  [200, { range: 'pages=1-2' }],
  [412, { range: 'bytes=0-1', 'if-match': '"pride"' }],
] as [number, Record<string, string>][])
  test(`${JSON.stringify(headers)} is answered ${status}`, async () => {
    const answer = await ask(headers);
    assert.equal(answer.status, status);
    const text = await answer.text();
    if (status >= 400) assert.doesNotMatch(text, /Emma|failed/);
    assert.equal(answer.headers.get('content-range'), status === 416 ? 'bytes */4' : null);
  });

test('what has neither tag nor date is no version that could be meant, but of any date', async () => {
  assert.equal((await ask({ 'if-match': '"emma"' }, '/page')).status, 412);
  assert.equal((await ask({ 'if-unmodified-since': modified }, '/page')).status, 200);
});

test('what is not there is not there, whatever is meant', async () => {
  assert.equal((await ask({ 'if-match': '"emma"' }, '/none')).status, 404);
});

test('a part is counted in what is not compressed, and a head has none', async () => {
  assert.equal((await ask({ range: 'bytes=0-1' })).headers.get('x-coding'), 'none');
  assert.notEqual((await ask({})).headers.get('x-coding'), 'none');
  assert.equal((await ask({ range: 'bytes=0-1' }, '/file', 'HEAD')).status, 200);
});
