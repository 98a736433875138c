import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask } from '../support/http-client.ts';
import { type Library, startLibrary } from '../support/library-server.ts';

let library: Library;
before(async () => {
  library = await startLibrary({ env: { SEARCH_RATE_LIMIT: '3', TRUSTED_PROXIES: '1' } });
});
after(() => library.stop());

const askAs = (client: string, path: string) =>
  ask(library.url + path, { headers: { 'x-forwarded-for': client, 'accept-language': 'es' } });

test('Who searches very often is told to wait, in a page; all other pages and readers are answered', async () => {
  const statuses = [];
  for (const word of ['a', 'b', 'c', 'd'])
    statuses.push((await askAs('198.51.100.1', `/books?q=${word}`)).status);
  assert.deepEqual(statuses, [200, 200, 200, 429]);
  const { headers, text } = await askAs('198.51.100.1', '/books?genre=1&q=e');
  assert.ok(Number(headers.get('retry-after')) > 0);
  assert.match(text, /<html lang="es">.*<h1>Pregunta muy a menudo<\/h1>.*<\/html>/s);
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'self'/);
  const feed = await askAs('198.51.100.1', '/books/feed.atom?q=a');
  assert.deepEqual([feed.status, feed.headers.get('content-type')], [429, 'text/plain; charset=utf-8']);
  for (const path of ['/', '/books', '/authors', '/books/suggestions?q=a', '/feeds/new.atom'])
    assert.equal((await askAs('198.51.100.1', path)).status, 200, path);
  assert.equal((await askAs('198.51.100.2', '/books?q=a')).status, 200);
  assert.doesNotMatch(library.log().join('\n'), /198\.51\.100/);
});
