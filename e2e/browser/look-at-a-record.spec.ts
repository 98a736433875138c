import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';

const main = (page: Page) => page.getByRole('main');
const follow = (page: Page, name: string | RegExp) =>
  main(page).getByRole('link', { name, exact: true }).first().click();
const expectHeading = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
const shelf = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

const title = 'A Wizard of Earthsea';
const openBook = async (page: Page) => {
  await page.goto('/books?q=wizard+earthsea');
  await follow(page, title);
  await expectHeading(page, title);
};
const openCopy = async (page: Page) => {
  await openBook(page);
  await page.getByText(/^All \d copies/).click();
  await main(page)
    .getByRole('link', { name: /^\d{11}$/ })
    .first()
    .click();
  await expectHeading(page, `Copy of ${title}`);
};

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('a reader goes from a book to a copy of it, and back', async ({ page }) => {
      await openCopy(page);
      await expect(page).toHaveTitle(/^Copy of A Wizard of Earthsea · \d+ – LocalLibrary$/);
      await expect(page).toHaveURL(/\/copies\/[\w-]{16}$/);
      for (const fact of ['Availability', 'Shelf mark', 'Location', 'Barcode', 'Published', 'Acquired']) {
        await expect(main(page).getByRole('term').filter({ hasText: fact })).toBeVisible();
      }
      await expect(
        main(page)
          .getByText(/^On the shelf/)
          .first(),
      ).toBeVisible();
      await follow(page, title);
      await expectHeading(page, title);
    });

    test('a reader goes from a book to its language, leafs through it, and back', async ({ page }) => {
      await openBook(page);
      await follow(page, 'English');
      await expectHeading(page, 'English');
      await expect(page).toHaveURL('/languages/en');
      await page.getByRole('link', { name: 'Next' }).click();
      await expect(page).toHaveURL(/\/languages\/en\?sort=title&size=20&page=2&after=/);
      await expect(main(page).locator('.book-row')).toHaveCount(20);
      await expect(page).toHaveTitle('English, page 2 – LocalLibrary');
      await page.goBack();
      await expect(page).toHaveTitle('English – LocalLibrary');
      await page.goBack();
      await expectHeading(page, title);
    });

    test('a reader goes on to another book by the author, and to all of them', async ({ page }) => {
      await openBook(page);
      await shelf(page, 'More by this author').getByRole('link', { name: 'The Tombs of Atuan' }).click();
      await expectHeading(page, 'The Tombs of Atuan');
      await follow(page, 'Everything by this author');
      await expectHeading(page, 'Ursula K. Le Guin');
      const books = page.getByRole('region', { name: 'Author of 4 books' });
      await expect(books.getByRole('listitem')).toHaveCount(4);
      await expect(main(page).getByText('Ursula Kroeber Le Guin · Le Guin, Ursula K.')).toBeVisible();
    });
  });
}

test('Shelves hold six books at most, none of them twice, and not the book itself', async ({ page }) => {
  await openBook(page);
  const links = main(page)
    .getByRole('region')
    .getByRole('link')
    .filter({ has: page.locator('img') });
  const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href')));
  expect(addresses.length).toBeGreaterThan(6);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses).not.toContain(new URL(page.url()).pathname);
  await expect(shelf(page, /^More: /).getByRole('listitem')).toHaveCount(6);
});

test('What is no plain book says what it is', async ({ page }) => {
  const format = main(page).getByRole('term').filter({ hasText: 'Format' });
  await page.goto('/books?q=persepolis');
  await follow(page, 'Persepolis');
  await expectHeading(page, 'Persepolis');
  await expect(
    main(page)
      .getByRole('definition')
      .filter({ hasText: /^Comic$/ }),
  ).toBeVisible();
  await expect(format).toBeVisible();
  await openBook(page);
  await expect(format).toHaveCount(0);
});

test('A copy is for those who have its address: search engines are asked not to keep it', async ({
  page,
}) => {
  await openCopy(page);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  await openBook(page);
  await expect(page.locator('meta[name=robots]')).toHaveCount(0);
});

test.describe('A reader of Spanish', () => {
  test.use({ locale: 'es-ES' });

  test('reads the name of a language in Spanish', async ({ page }) => {
    await page.goto('/languages/grc');
    await expectHeading(page, 'Griego antiguo');
  });
});

test.describe('Where there is no record', () => {
  test.use({ allowedProblems: /status of 404/ });

  for (const path of [
    '/copies/1',
    '/copies/abc',
    '/copies/%00',
    '/languages/xx',
    '/languages/1',
    '/languages/%00',
  ]) {
    test(`${path} says so`, async ({ page }) => {
      expect((await page.goto(path))?.status()).toBe(404);
      await expectHeading(page, 'This page is not here');
    });
  }
});

const records: Record<string, (page: Page) => Promise<unknown>> = {
  'a book': openBook,
  'a copy': openCopy,
  'a language': (page) => page.goto('/languages/ja'),
  'an author': (page) => page.goto('/authors/1'),
};

for (const [what, open] of Object.entries(records)) {
  test(`Everybody can read ${what}, wide and narrow`, async ({ page }) => {
    await open(page);
    await expectAccessible(page);
    for (const width of [640, 360, 320]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await expectAccessible(page);
  });
}

test('On a phone each line of a copy says what it is', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openBook(page);
  const labels = await page
    .getByRole('table')
    .locator('tbody :is(th, td)')
    .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell, '::before').content));
  expect(labels.slice(0, 3)).toEqual(['"Availability"', '"Location"', '"Shelf mark"']);
});
