import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { expect, expectAccessible, test } from './fixtures.ts';
import { type Library, startLibrary } from './library-server.ts';
import { plainBrowser, remembered } from './plain-browser.ts';

test.describe.configure({ mode: 'default' });

let library: Library;
test.beforeAll(async () => {
  library = await startLibrary({ env: { API_RATE_LIMIT: '0' } });
});
test.afterAll(async () => {
  await library.stop();
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${library.url}/api/v1${path}`, { redirect: 'manual', ...init });

/** With a method or a path that `fetch` would not send. */
const askRaw = (method: string, path: string) =>
  new Promise<{ status: number | undefined; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      const { hostname, port } = new URL(library.url);
      const sent = httpRequest({ hostname, port, method, path }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
      });
      sent.on('error', reject).end();
    },
  );

const everything = [
  '/books',
  '/books/1',
  '/books/1/copies',
  '/authors',
  '/authors/1',
  '/genres',
  '/languages',
  '/counts',
  '/search?q=garcia',
  '/suggestions?q=gar',
  '/openapi.json',
];

for (const path of everything) {
  test(`Any site may read ${path}, with or without cookies, and keep it`, async () => {
    const headers = {
      origin: 'https://elsewhere.example',
      accept: 'text/html',
      cookie: 'library-session=any; __Host-library-session=any',
    };
    const answer = await ask(path, { headers });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-expose-headers')).toContain('Link');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.headers.get('cache-control')).toBe('public, no-cache');
    expect(answer.headers.get('vary') ?? '').not.toMatch(/cookie/i);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const text = await answer.text();
    expect(JSON.parse(text)).toBeTruthy();
    expect(await (await ask(path)).text()).toBe(text);

    const etag = answer.headers.get('etag') ?? '';
    const again = await ask(path, { headers: { 'if-none-match': etag } });
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);

    const head = await ask(path, { method: 'HEAD' });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
    expect(head.headers.get('link')).toBe(answer.headers.get('link'));
  });
}

test('A page of another site reads the library in a browser', async ({ page }) => {
  const elsewhere = createServer((_, answer) =>
    answer
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<title>Elsewhere</title><link rel="icon" href="data:,">'),
  ).listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  const address = elsewhere.address();
  await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
  const read = await page.evaluate(async (address) => {
    const answer = await fetch(address, { headers: { 'if-none-match': '"none"' } });
    return { status: answer.status, etag: answer.headers.get('etag'), title: (await answer.json()).title };
  }, `${library.url}/api/v1/books/1`);
  expect(read).toEqual({ status: 200, etag: expect.stringMatching(/^W\//), title: expect.any(String) });
  await page.goto('about:blank');
  elsewhere.close();
});

test('Whoever follows the links meets every book and author once', async () => {
  for (const list of ['/books?limit=100', '/books?limit=37&sort=year', '/authors?limit=50']) {
    const seen: number[] = [];
    for (let next: string | undefined = list; next; ) {
      const answer: Response = await ask(next);
      seen.push(...(await answer.json()).items.map(({ id }: { id: number }) => id));
      next = /^<\/api\/v1([^>]+)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    const counts = await (await ask('/counts')).json();
    const total = list.startsWith('/books') ? counts.books : counts.authors;
    expect([list, seen.length, new Set(seen).size]).toEqual([list, total, total]);
  }
});

test('A program finds what was mistyped, narrows it by a count it was told, and is suggested the rest', async () => {
  const read = async (path: string) => (await ask(path)).json();
  const found = await read('/search?q=frankenstien');
  expect(found.corrected).toBe('frankenstein');
  const [language] = found.facets.language;
  const narrowed = await read(`/search?q=frankenstien&language=${language.value}`);
  expect(narrowed.total).toBe(language.count);
  const { authors, books } = await read('/suggestions?q=garcia%20mar');
  expect(authors[0].name).toBe('Gabriel García Márquez');
  for (const { page } of [...authors, ...books])
    expect((await fetch(library.url + page, { redirect: 'manual' })).status, page).toBe(200);
});

const long = 'a'.repeat(10_000);
const refused = [
  '/books?limit=0',
  '/books?limit=101',
  '/books?limit=1e9',
  '/books?limit[]=1',
  '/books?limit=1&limit=2',
  '/books?cursor=garbage',
  '/books?q=garcia',
  `/search?q=${long}`,
  '/suggestions',
  '/suggestions?q=gar&limit=11',
  '/books?genre=%00',
  '/books?nothing=1',
  '/search?q=',
  '/books?limit=%E0%A4%A',
];
const missing = [
  '/books/1e3',
  '/books/007',
  '/books/-1',
  '/books/2147483647',
  '/books/99999999999',
  '/books/%00',
  `/books/${long}`,
  '/books/999999/copies',
  '/authors/999999',
  '/nothing',
  '',
  '/books/1/copies/1',
  '/books/%E0%A4%A',
];

for (const [status, paths] of [
  [400, refused],
  [404, missing],
] as const) {
  for (const path of paths) {
    test(`${path.slice(0, 40) || 'The root'} is a problem that is told, ${status}`, async () => {
      const answer = await askRaw('GET', `/api/v1${path}`);
      expect(answer.status).toBe(status);
      expect(answer.headers['content-type']).toBe('application/problem+json');
      expect(answer.headers['access-control-allow-origin']).toBe('*');
      expect(answer.headers['set-cookie']).toBeUndefined();
      const problem = JSON.parse(answer.text);
      expect(problem).toMatchObject({ status, title: status === 400 ? 'Invalid parameters' : 'Not found' });
      expect(problem.instance).toBe(`urn:uuid:${answer.headers['x-request-id']}`);
    });
  }
}

test('Text that means something elsewhere is only text', async () => {
  for (const q of ['"', '*', 'AND (', '%', "'; drop table books; --", '🐈‍⬛', '\0', 'a\0b', '\\', '(('])
    for (const path of ['/search', '/suggestions'])
      expect((await ask(`${path}?q=${encodeURIComponent(q)}`)).status, path + q).toBe(200);
});

test('Nothing can be changed, whatever the method', async () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND']) {
    for (const path of ['/books', '/books/1', '/nothing']) {
      const answer = await askRaw(method, `/api/v1${path}`);
      expect([method, answer.status, answer.headers.allow]).toEqual([method, 405, 'GET, HEAD, OPTIONS']);
      expect(JSON.parse(answer.text).title).toBe('Method not allowed');
    }
  }
  const preflight = await askRaw('OPTIONS', '/api/v1/books');
  expect([preflight.status, preflight.headers['access-control-allow-methods']]).toEqual([
    204,
    'GET, HEAD, OPTIONS',
  ]);
});

test('Asking the API is no visit', async () => {
  const browser = plainBrowser();
  await browser.get(`${library.url}/`);
  for (const path of everything) await browser.get(`${library.url}/api/v1${path}`);
  expect(await remembered(browser, library.url)).toEqual({ num_visits: 1 });
});

test.describe('With a limit of three requests a minute behind a proxy', () => {
  let limited: Library;
  test.beforeAll(async () => {
    limited = await startLibrary({ env: { API_RATE_LIMIT: '3', TRUSTED_PROXIES: '1' } });
  });
  test.afterAll(async () => {
    await limited.stop();
  });
  const askAs = (forwarded: string, path = '/api/v1/counts') =>
    fetch(limited.url + path, {
      headers: { 'x-forwarded-for': forwarded, 'x-library-client': Math.random().toString() },
    });

  test('the fourth request of a client waits, on whichever address; other clients and pages do not', async () => {
    const paths = [
      '/api/v1/counts',
      '/api/v1/books',
      '/api/v1/nothing',
      '/api/v1/authors',
      '/api/v1/openapi.json',
    ];
    const answers = [];
    for (const path of paths) answers.push(await askAs('6.6.6.6, 203.0.113.9', path));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 429, 429]);
    const last = answers.at(-1);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(last?.headers.get('ratelimit-policy')).toBe('"minute";q=3;w=60');
    expect(last?.headers.get('ratelimit')).toMatch(/^"minute";r=0;t=\d+$/);
    expect(last?.headers.get('access-control-allow-origin')).toBe('*');
    expect(await last?.json()).toMatchObject({ title: 'Too many requests' });
    expect((await askAs('198.51.100.7')).status).toBe(200);
    expect((await askAs('203.0.113.9', '/api')).status).toBe(200);
    expect(limited.log().join('\n')).not.toContain('203.0.113.9');
  });

  test('neighbours in one IPv6 network count together', async () => {
    const answers = [];
    for (const host of ['1', 'aaaa:1', 'ffff:2:3', '4']) answers.push(await askAs(`2001:db8:0:1::${host}`));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect((await askAs('2001:db8:0:2::1')).status).toBe(200);
  });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('a developer finds the API from the foot of a page', async ({ page }) => {
      await page.goto('/');
      await page.getByRole('contentinfo').getByRole('link', { name: 'For developers' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('For developers');
      await expect(page.getByRole('main')).toContainText('Each address may ask 120 times a minute.');
      for (const name of ['invalid-parameters', 'not-found'])
        await expect(page.locator(`#${name}`)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('main').getByRole('link', { name: '/api/v1/counts' }).click();
      await expect(page.locator('body')).toContainText('"copies_available"');
    });
  });
}
