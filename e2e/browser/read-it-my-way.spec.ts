import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const main = (page: Page) => page.getByRole('main');
const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

const pages = [
  '/',
  '/books',
  '/books?q=the&language=en',
  '/books/6',
  '/authors',
  '/authors/160',
  '/languages',
  '/api',
  '/preferences',
];

test.describe('On a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  for (const path of pages) {
    test(`${path} is read in letters twice as large without scrolling sideways`, async ({ page }) => {
      await page.goto(path);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '212.5%';
      });
      expect(await width(page)).toBe(360);
    });
  }

  test('a word longer than the screen is broken', async ({ page }) => {
    await page.goto(`/books?q=${'Donaudampfschiff'.repeat(10)}`);
    await expect(main(page)).toContainText('No books for');
    expect(await width(page)).toBe(360);
  });

  for (const path of ['/books', '/books?q=the']) {
    test(`${path} begins with books: how many a page shows is asked at the end`, async ({ page }) => {
      await page.goto(path);
      const row = main(page).locator('.book-row');
      const size = main(page).getByRole('group', { name: 'Results per page' });
      const top = async (place: Locator) => (await place.boundingBox())?.y ?? Number.NaN;
      expect(await top(row.first())).toBeLessThan(500);
      expect(await top(size)).toBeGreaterThan(await top(row.last()));
    });

    test(`${path} has each button beside the words of its book, large enough for a thumb`, async ({
      page,
    }) => {
      await page.goto(path);
      const row = main(page)
        .locator('.book-row')
        .filter({ has: page.getByText(/^On the shelf/) });
      const button = await row.first().getByRole('button').boundingBox();
      const words = await row.first().locator('p:last-child > span').boundingBox();
      expect(button?.height).toBeGreaterThanOrEqual(44);
      expect(button?.width).toBeGreaterThanOrEqual(44);
      const middle = (button?.y ?? Number.NaN) + (button?.height ?? 0) / 2;
      expect(words?.y).toBeLessThan(middle);
      expect((words?.y ?? 0) + (words?.height ?? 0)).toBeGreaterThan(middle);
      expect(words?.x).toBeLessThan(button?.x ?? Number.NaN);
    });
  }

  test('the first look at a book says whether it is in', async ({ page }) => {
    await page.goto('/books/6');
    await expect(
      main(page)
        .getByText(/^On the shelf/)
        .first(),
    ).toBeInViewport({ ratio: 1 });
  });
});

test.describe('On paper', () => {
  test.beforeEach(({ page }) => page.emulateMedia({ media: 'print' }));

  test('results are as wide as the paper, with their filters named', async ({ page }) => {
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.goto('/books?q=the&language=en');
    const row = await main(page)
      .getByRole('listitem')
      .filter({ has: page.locator('.cover') })
      .first()
      .boundingBox();
    expect(row?.width).toBeGreaterThan(700);
    await expect(main(page).getByText('English', { exact: false }).first()).toBeVisible();
    await expect(main(page).getByText('Remove all filters')).toBeHidden();
  });

  test('the ink is dark also for those who read in the dark', async ({ page }) => {
    await page.goto('/');
    const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
    const asPrinted = await ink();
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
    expect(await ink()).toBe(asPrinted);
    await page.emulateMedia({ media: 'screen' });
    expect(await ink()).not.toBe(asPrinted);
  });
});

test.describe('Without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('two words too many are no dead end', async ({ page }) => {
    await page.goto('/books?q=havard+gabriel+garcia+marques');
    const [first] = await main(page).getByRole('listitem').filter({ hasText: 'Cien años de soledad' }).all();
    await expect(first ?? main(page)).toContainText('Without “havard”');
  });

  test('a book in a script that the reader does not know says its title in Latin letters too', async ({
    page,
  }) => {
    await page.goto('/books/117');
    const title = main(page).getByRole('heading', { level: 1 });
    await expect(title).toHaveText('源氏物語');
    await expect(title.locator('+ p')).toHaveText('Genji monogatari · The Tale of Genji');
  });

  test('in lists and on shelves too', async ({ page }) => {
    await page.goto('/languages/ja');
    const row = main(page).getByRole('listitem').filter({ hasText: '源氏物語' });
    await expect(row.getByRole('heading')).toHaveText('源氏物語');
    await expect(row.getByText('Genji monogatari · The Tale of Genji')).toBeVisible();
    await page.goto('/');
    const shelf = main(page).getByRole('region', { name: 'Recently viewed' });
    await expect(shelf).toBeHidden();
    await page.goto('/books/117');
    await page.goto('/');
    await expect(shelf.getByRole('listitem')).toHaveText(/源氏物語Genji monogatari · The Tale of Genji/);
  });

  test('a book that is out says when it is due, in its row as on its page', async ({ page }) => {
    await page.goto('/books?size=50');
    const out = main(page).getByRole('listitem').filter({ hasText: 'Back on ' }).first();
    const [said = '', date] = /Back on (\w+ \d+)/.exec((await out.textContent()) ?? '') ?? [];
    await out.getByRole('heading').getByRole('link').click();
    await expect(main(page).getByText(said, { exact: true }).first()).toBeVisible();
    await expect(main(page).getByRole('table')).toContainText(`on loan, back on ${date}`);
  });

  test('the copies that are in come before those that are out', async ({ page }) => {
    await page.goto('/books/2');
    const states = await main(page).getByRole('table').locator('tbody tr th:first-child').allInnerTexts();
    expect(states.map((state) => state.split(',')[0])).toEqual([
      '2 on the shelf',
      '1 on loan',
      '1 being repaired',
    ]);
  });
});
