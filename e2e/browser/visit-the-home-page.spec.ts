import type { Page } from '@playwright/test';
import { countRecords } from '../support/library-records.ts';
import { expect, test } from './fixtures.ts';

const sentence = (visits: number) =>
  `You have visited this page ${visits} ${visits === 1 ? 'time' : 'times'}.`;

const expectVisits = (page: Page, visits: number) => expect(page.getByText(sentence(visits))).toBeVisible();

const brand = (page: Page) => page.getByRole('link', { name: 'LocalLibrary' });
const toBooks = (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Books' });

for (const javaScriptEnabled of [true, false]) {
  test.describe(`In a browser with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled, allowedProblems: /status of 404 .+\/nothing/ });

    test('a refresh counts, other pages do not, and another browser starts at 1', async ({
      page,
      newVisitor,
    }) => {
      await page.goto('/');
      await expectVisits(page, 1);
      await page.reload();
      await expectVisits(page, 2);
      await toBooks(page).click();
      await expect(page.getByRole('heading', { name: 'Books', exact: true })).toBeVisible();
      await page.goto('/nothing');
      await page.goto('/');
      await expectVisits(page, 3);

      const other = await newVisitor();
      await other.goto('/');
      await expectVisits(other, 1);
    });

    test('a click on the name of the library is one visit', async ({ page }) => {
      await page.goto('/books');
      await brand(page).click();
      await expectVisits(page, 1);
      await brand(page).click();
      await expectVisits(page, 2);
      await page.reload();
      await expectVisits(page, 3);
    });
  });
}

test('A click on a link asks for the page without its HTML, and that is the visit', async ({ page }) => {
  await page.goto('/books');
  const clicked = page.waitForRequest(
    (request) => new URL(request.url()).pathname === '/' && !('next-router-prefetch' in request.headers()),
  );
  await brand(page).click();
  const asked = await clicked;
  expect(asked.resourceType()).toBe('fetch');
  expect(asked.headers()).toMatchObject({ rsc: '1' });
  await expectVisits(page, 1);
});

test('Fetching the page ahead, as links do by themselves, is no visit', async ({ page, door }) => {
  test.skip(door === 'next dev', 'While pages are written, no link fetches ahead.');
  const ahead: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname === '/') ahead.push(response.request().headers()['next-router-prefetch'] ?? '');
  });
  await page.goto('/books');
  await brand(page).hover();
  await expect.poll(() => ahead.length).toBeGreaterThan(0);
  await page.waitForLoadState('networkidle');
  expect(new Set(ahead)).toEqual(new Set(['1']));
  await page.goto('/');
  await expectVisits(page, 1);
});

for (const proto of ['http', 'https']) {
  test.describe(`Over ${proto}`, () => {
    test.use({ extraHTTPHeaders: { 'x-forwarded-proto': proto } });

    test('what a reader does on the page is no visit: the page changes in place', async ({
      page,
      library,
    }) => {
      await page.goto('/');
      await page.getByRole('button', { name: 'Close this notice' }).click();
      await expect(page.getByRole('button', { name: 'Close this notice' })).toBeHidden();
      await expectVisits(page, 1);
      await page.getByRole('button', { name: 'Español' }).click();
      await expect(page.getByText('Ha visitado esta página 1 vez.')).toBeVisible();
      await page.reload();
      await expect(page.getByText('Ha visitado esta página 2 veces.')).toBeVisible();
      expect(library.log().join('\n')).not.toContain('failed');
    });
  });
}

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the browser comes back to the page after what a reader does there: a visit', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Close this notice' }).click();
    await expect(page.getByRole('button', { name: 'Close this notice' })).toBeHidden();
    await expectVisits(page, 2);
    await page.getByRole('button', { name: 'Español' }).click();
    await expect(page.getByText('Ha visitado esta página 3 veces.')).toBeVisible();
  });
});

for (const [locale, first, second] of [
  ['es-MX', 'Ha visitado esta página 1 vez.', 'Ha visitado esta página 2 veces.'],
  ['pt-BR', 'Você visitou esta página 1 vez.', 'Você visitou esta página 2 vezes.'],
] as const) {
  test.describe(`For a browser that speaks ${locale}`, () => {
    test.use({ locale });

    test('the visits are counted in its language', async ({ page }) => {
      await page.goto('/');
      await expect(page.getByText(first)).toBeVisible();
      await page.reload();
      await expect(page.getByText(second)).toBeVisible();
    });
  });
}

test('The record counts are those of the database, and the visit comes after them', async ({
  page,
  library,
}) => {
  await page.goto('/');
  const names = await page.getByRole('term').allTextContents();
  const figures = await page.getByRole('definition').allTextContents();
  expect(names).toEqual(['Books', 'Copies', 'Copies available', 'Authors', 'Genres']);
  expect(figures.map((figure) => Number(figure.replaceAll(',', '')))).toEqual(await countRecords(library));
  const text = await page.getByRole('main').innerText();
  expect(text.indexOf(sentence(1))).toBeGreaterThan(text.lastIndexOf('Genres'));
});

test('Every new arrival can be opened', async ({ page }) => {
  await page.goto('/');
  const shelf = page.getByRole('region', { name: 'New arrivals' }).getByRole('listitem').getByRole('link');
  await expect(shelf).toHaveCount(6);
  const addresses = await shelf.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(new Set(addresses).size).toBe(6);
  for (const address of addresses) {
    const answer = await page.request.get(address, { maxRedirects: 0 });
    expect(answer.status(), address).toBe(200);
  }
});
