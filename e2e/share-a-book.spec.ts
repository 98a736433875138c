import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { DOMParser } from '@xmldom/xmldom';
import openSearch from 'opensearch-browser';
import { expect, expectAccessible, test } from './fixtures.ts';

const cite = (page: Page) => page.getByText('Cite this book');
const copyApa = (page: Page) => page.getByRole('button', { name: 'Copy the citation in APA 7' });

/** To the page of the book, as a reader finds it. */
async function openTheBook(page: Page, query = 'good omens'): Promise<void> {
  await page.goto(`/books?q=${encodeURIComponent(query)}`);
  const link = page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').first();
  const [address = ''] = ((await link.getAttribute('href')) ?? '').split('?');
  await page.goto(address);
  await expect(cite(page)).toBeVisible();
}

type Thing = Record<string, unknown>;

const thingsOn = async (page: Page): Promise<Thing[]> =>
  JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')['@graph'];

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('a reader finds how to cite a book, in three styles with the title in italics', async ({ page }) => {
      await openTheBook(page);
      await cite(page).click();
      for (const [style, text] of [
        [
          'APA 7',
          /^Pratchett, T\., & Gaiman, N\. \(1990\)\. Good Omens|^Gaiman, N\., & Pratchett, T\. \(1990\)/,
        ],
        ['MLA 9', /^\w+, \w+, and \w+ \w+\. Good Omens.+, 1990\.$/],
        ['Chicago 17', /^\w+, \w+, and \w+ \w+\. Good Omens.+, 1990\.$/],
      ] as const) {
        const citation = page.getByRole('term').filter({ hasText: style }).locator('+ dd > p').first();
        await expect(citation).toHaveText(text);
        await expect(citation.locator('i')).toHaveText(/^Good Omens/);
      }
    });

    test('files for reference managers arrive', async ({ page }) => {
      await openTheBook(page);
      await cite(page).click();
      for (const [name, ending, content] of [
        ['BibTeX', 'bib', /^@book\{\w+-1990-\d+,\n/],
        ['RIS (EndNote, Zotero, Mendeley)', 'ris', /^TY {2}- BOOK\r\n[\s\S]+\r\nER {2}- \r\n$/],
        ['CSL-JSON', 'json', /^\[\n {2}\{/],
      ] as const) {
        const arriving = page.waitForEvent('download');
        await page.getByRole('link', { name }).click();
        const file = await arriving;
        expect(file.suggestedFilename()).toBe(`good-omens.${ending}`);
        expect(readFileSync(await file.path(), 'utf8')).toMatch(content);
      }
    });
  });
}

test.describe('With JavaScript off', () => {
  test.use({ javaScriptEnabled: false });

  test('no button promises to copy', async ({ page }) => {
    await openTheBook(page);
    await cite(page).click();
    await expect(page.getByText('APA 7')).toBeVisible();
    await expect(page.getByRole('button', { name: /Copy/ })).toHaveCount(0);
  });
});

test.describe('A reader who may use the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('copies a citation with the keyboard, and is told so', async ({ page }) => {
    await openTheBook(page, 'soledad');
    await cite(page).focus();
    await page.keyboard.press('Enter');
    await copyApa(page).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^García Márquez, G\. \(1967\)\. Cien años de soledad\. .+\.$/,
    );
  });
});

for (const width of [1280, 360]) {
  test(`Everybody can read the citations at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openTheBook(page);
    await cite(page).click();
    await expect(copyApa(page)).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect((await copyApa(page).boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });
}

test('A book, its author and the way to both can be read by a machine', async ({ page, library }) => {
  await openTheBook(page);
  const [book, way] = await thingsOn(page);
  expect(book).toMatchObject({
    '@type': 'Book',
    '@id': page.url(),
    author: [{ '@type': 'Person' }, { '@type': 'Person' }],
  });
  expect(way).toMatchObject({ '@type': 'BreadcrumbList' });

  await page.getByRole('main').getByRole('link', { name: 'Neil Gaiman' }).click();
  await expect(page).toHaveURL(/\/authors\//);
  await page.reload();
  expect((await thingsOn(page))[0]).toMatchObject({
    '@type': 'Person',
    '@id': page.url(),
    name: 'Neil Gaiman',
  });

  await page.goto('/books?available=shelf');
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await expect(page.getByRole('table')).toBeVisible();
  expect((await thingsOn(page))[0]).toMatchObject({
    offers: {
      availability: expect.stringContaining('InStock'),
      offeredBy: { '@type': 'Library', url: `${library.url}/` },
    },
  });
});

test('A page of a record says which address is its own', async ({ page, library }) => {
  const canonical = page.locator('link[rel=canonical]');
  await openTheBook(page);
  await expect(canonical).toHaveAttribute('href', page.url());
  for (const record of ['/authors/1', '/genres/1']) {
    await page.goto(`${record}?page=1&utm=x`);
    const own = new URL(page.url()).pathname;
    await expect(canonical).toHaveAttribute('href', library.url + own);
    await page.goto(`${own}?page=2`);
    await expect(canonical).toHaveAttribute('href', `${library.url}${own}?page=2`);
  }
});

test('Other sites get a picture of a book, and may keep it for ever', async ({ page, request }) => {
  await openTheBook(page);
  await expect(page.locator('meta[property="og:type"]')).toHaveAttribute('content', 'book');
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', 'Good Omens');
  const address = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? '';
  const answer = await request.get(address);
  expect(answer.status()).toBe(200);
  expect(answer.headers()).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
  expect(answer.headers()['set-cookie']).toBeUndefined();
  expect((await answer.body()).readUInt32BE(16)).toBe(1200);
  expect((await request.get('/covers/999999-00000000-1.png')).status()).toBe(404);
});

test('Whoever has another version of a picture is led to the one of now, in one step', async ({
  page,
  request,
}) => {
  await openTheBook(page);
  const address = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? '';
  const now = new URL(address).pathname;
  const others = [
    now.replace(/-[0-9a-f]{8}-/, '-00000000-'),
    now.replace(/-\d+\.png$/, '-999.png'),
    now.replace(/-[0-9a-f]{8}-\d+\./, '-ffffffff-0.'),
  ];
  for (const other of others) {
    const answer = await request.get(other, { maxRedirects: 0 });
    expect([other, answer.status(), answer.headers().location]).toEqual([other, 308, now]);
    expect(answer.headers()['cache-control']).toBe('no-store');
    expect(await answer.body()).toHaveLength(0);
  }
  expect((await request.get(now, { maxRedirects: 0 })).status()).toBe(200);
});

test('A picture that many ask for at once is the same for all', async ({ page, request }) => {
  await openTheBook(page);
  const address = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? '';
  const answers = await Promise.all(Array.from({ length: 6 }, () => request.get(address)));
  const bodies = await Promise.all(answers.map((answer) => answer.body()));
  expect(answers.map((answer) => answer.status())).toEqual(Array(6).fill(200));
  for (const body of bodies) expect(body.equals(bodies[0] ?? Buffer.alloc(0))).toBe(true);
});

test('A browser and a feed reader find their way from every page', async ({ page, request, library }) => {
  const search = page.locator('link[rel=search]');
  const feed = page.locator('link[rel=alternate][type="application/atom+xml"]');
  await page.goto('/');
  await expect(feed).toHaveAttribute('href', `${library.url}/feeds/new.atom`);
  await page.goto('/books?q=a%26b');
  await expect(feed).toHaveAttribute('href', `${library.url}/books/feed.atom?q=a%26b`);
  expect((await request.get((await feed.getAttribute('href')) ?? '')).status()).toBe(200);
  const description = await request.get((await search.getAttribute('href')) ?? '');
  expect(description.headers()['content-type']).toBe('application/opensearchdescription+xml; charset=utf-8');
  expect(await description.text()).toContain(`template="${library.url}/books?q={searchTerms}"`);
});

test('An OpenSearch client finds out how to search here, and searches', async ({ library }) => {
  // The client is made for browsers, where this is at hand.
  Object.assign(globalThis, { DOMParser });
  const service = await openSearch.discover(`${library.url}/opensearch.xml`);
  const { shortName, urls } = service.getDescription();
  expect(shortName).toBe('LocalLibrary');
  expect(urls.map(({ type, relations }) => [type, relations])).toEqual([
    ['text/html', ['results']],
    ['application/x-suggestions+json', ['suggestions']],
    ['application/atom+xml', ['results']],
    ['application/opensearchdescription+xml', ['self']],
  ]);
  const found = async (searchTerms: string) =>
    (await service.search({ searchTerms }, 'application/atom+xml')).records;
  expect(JSON.stringify(await found('años & soledad'))).toContain('Cien años de soledad');
  expect(await found('zzyzx')).toHaveLength(0);
});

test('A feed is in the language of the asker, and is not sent twice', async ({ request }) => {
  for (const path of ['/feeds/new.atom', '/books/feed.atom?q=garcia&sort=year&page=9']) {
    const answer = await request.get(path, { headers: { 'accept-language': 'pt' } });
    expect(answer.headers()['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(answer.headers()['set-cookie']).toBeUndefined();
    expect(await answer.text()).toContain('xml:lang="pt-BR"');
    const etag = answer.headers().etag ?? '';
    const again = await request.get(path, { headers: { 'accept-language': 'pt', 'if-none-match': etag } });
    expect([again.status(), await again.text()]).toEqual([304, '']);
  }
});

test('Every book of the library is in its sitemap, and each address is the one that answers', async ({
  request,
  library,
}) => {
  const addresses = async (path: string) => {
    const answer = await request.get(path);
    expect(answer.headers()['content-type']).toBe('application/xml; charset=utf-8');
    return [...(await answer.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address);
  };
  const parts = await addresses('/sitemap.xml');
  expect(parts).toContain(`${library.url}/sitemap/books-1.xml`);
  expect(await (await request.get('/robots.txt')).text()).toContain(`Sitemap: ${library.url}/sitemap.xml`);
  const all = (await Promise.all(parts.map(addresses))).flat();
  expect(new Set(all).size).toBe(all.length);
  for (const address of all.filter((_, at) => at % 40 === 0))
    expect((await request.get(address, { maxRedirects: 0 })).status(), address).toBe(200);
});

const nothing = [
  '/sitemap/books-0.xml',
  '/sitemap/books-42950.xml',
  '/sitemap/books-99999.xml',
  '/sitemap/members-1.xml',
  '/sitemap/%00',
  '/books/1/cite/citation.exe',
  '/books/1/cite/__proto__',
  '/books/999999/cite/citation.bib',
  '/books/abc/cite/citation.bib',
  '/feeds/old.atom',
];
for (const path of nothing) {
  test(`There is nothing at ${path}`, async ({ request }) => {
    expect((await request.get(path)).status()).toBe(404);
  });
}

for (const q of ['%00', '"', '%22%20AND%20(', 'x'.repeat(10_000), '%F0%9F%91%A9', '%FF', '</title>']) {
  test(`A feed of “${q.slice(0, 20)}” is a feed`, async ({ request }) => {
    const answer = await request.get(`/books/feed.atom?q=${q}&sort=nothing&page=-1`);
    expect(answer.status()).toBe(200);
    expect(await answer.text()).toMatch(/^<\?xml[\s\S]+<\/feed>\n$/);
  });
}
