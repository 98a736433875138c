import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
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
