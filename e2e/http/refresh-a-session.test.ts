import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ask, newClient, visit } from '../support/http-client.ts';
import { startLibrary } from '../support/library-server.ts';

const pages = ['/books', '/authors', '/books/1', '/preferences'];
const files = [
  '/icon.svg',
  '/favicon.ico',
  '/robots.txt',
  '/sitemap.xml',
  '/opensearch.xml',
  '/feeds/new.atom',
  '/books/feed.atom?q=emma',
  '/books/1/cite/x',
  '/books/1/cite/book.bib',
  '/api/v1/counts',
  '/covers/1-0a1b2c3d-1.png',
  '/healthz',
  '/no-such-file.txt',
];

for (const engine of ['cookie', 'database']) {
  test(`Every page prolongs a session in the ${engine} engine, and nothing that a cache may keep does`, async () => {
    const env = { SESSION_ENGINE: engine, SESSION_SAVE_EVERY_REQUEST: 'on' };
    const library = await startLibrary({ env });
    try {
      const amara = newClient();
      for (const n of [1, 2]) assert.equal(await visit(amara, library.url), n);
      for (const path of files) {
        const { headers } = await ask(library.url + path, {
          headers: { cookie: amara.cookie() },
          redirect: 'manual',
        });
        assert.deepEqual(headers.getSetCookie(), [], path);
      }
      // Engines that store send a cookie where its end moves by a second.
      await new Promise((resolve) => setTimeout(resolve, 1100));
      for (const path of pages) {
        const { headers } = await ask(library.url + path, { headers: { cookie: amara.cookie() } });
        assert.match(headers.get('set-cookie') ?? '', /^library-session=Fe26/, path);
        assert.match(headers.get('cache-control') ?? '', /private.*no-store/, path);
      }
      assert.equal(await visit(amara, library.url), 3);
    } finally {
      await library.stop();
    }
  });
}

describe('Two libraries on one host', () => {
  test('remember the same browser each under a name of its own', async () => {
    const [parish, school] = await Promise.all([
      startLibrary({ env: { SESSION_COOKIE_NAME: 'parish' } }),
      startLibrary({ env: { SESSION_COOKIE_NAME: 'school' } }),
    ]);
    try {
      const amara = newClient();
      for (const n of [1, 2, 3])
        for (const library of [parish, school]) assert.equal(await visit(amara, library.url), n);
      assert.match(amara.cookie(), /^parish=Fe26[^;]*; school=Fe26[^;]*$/);
    } finally {
      await Promise.all([parish.stop(), school.stop()]);
    }
  });
});

test('In a reading room the browser forgets when it is closed', async () => {
  const library = await startLibrary({ env: { SESSION_EXPIRE_AT_BROWSER_CLOSE: 'on' } });
  try {
    const { headers } = await ask(library.url);
    assert.match(headers.get('set-cookie') ?? '', /^library-session=/);
    assert.doesNotMatch(headers.get('set-cookie') ?? '', /max-age|expires/i);
  } finally {
    await library.stop();
  }
});
