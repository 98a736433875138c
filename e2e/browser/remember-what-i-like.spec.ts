import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectOrder, orderBooks } from './list-page.ts';

const main = (page: Page) => page.getByRole('main');
/** Not the letters to jump to. */
const rows = (page: Page) => main(page).locator('ul:not(nav ul) > li');
const titles = (page: Page) => rows(page).getByRole('heading', { level: 2 });
const pager = (page: Page) => page.getByRole('navigation', { name: 'Pages' });

const choice = (page: Page, form: string, name: string) =>
  page
    .getByRole('form', { name: form })
    .or(page.getByRole('group', { name: form }))
    .getByRole('button', { name, exact: true });

async function choose(page: Page, form: string, name: string): Promise<void> {
  await choice(page, form, name).first().click();
  await expect(choice(page, form, name).first()).toHaveAttribute('aria-current', 'true');
}

const viewedShelf = (page: Page) => page.getByRole('region', { name: 'Recently viewed' });

/** The titles of these books, after a look at each by its address. */
async function lookAt(page: Page, ids: number[]): Promise<string[]> {
  const seen: string[] = [];
  for (const id of ids) {
    await page.goto(`/books/${id}`);
    seen.push((await page.getByRole('heading', { level: 1 }).textContent()) ?? '');
  }
  return seen;
}

/** The colour behind everything, which the theme decides. */
const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('the theme a reader chooses stands in the page itself, so that nothing flashes', async ({
      page,
      newVisitor,
    }) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.goto('/books');
      const dark = await background(page);
      await page.emulateMedia({ colorScheme: 'light' });
      const light = await background(page);
      expect(dark).not.toBe(light);

      await choose(page, 'Theme', 'Dark');
      expect(await background(page)).toBe(dark);
      for (const path of ['/', '/books', '/preferences', '/nothing', '/list']) {
        const html = await (await page.request.get(path)).text();
        expect(html, path).toMatch(/<html[^>]* data-theme="dark"/);
      }
      await page.emulateMedia({ colorScheme: 'dark' });
      await choose(page, 'Theme', 'Light');
      expect(await background(page)).toBe(light);
      await choose(page, 'Theme', 'As on this device');
      expect(await background(page)).toBe(dark);

      const other = await newVisitor();
      expect(await (await other.request.get('/')).text()).toMatch(/<html[^>]* data-theme="system"/);
    });

    test('so many results a page as a reader chooses, in every list', async ({ page }) => {
      await page.goto('/books?page=3');
      await choose(page, 'Results per page', '10');
      await expect(page).toHaveURL('/books?size=10');
      await expect(rows(page)).toHaveCount(10);
      await pager(page).getByRole('link', { name: 'Page 2', exact: true }).click();
      await expect(page).toHaveURL('/books?sort=title&size=10&page=2');
      await expect(rows(page)).toHaveCount(10);
      await page.goto('/authors');
      await expect(rows(page)).toHaveCount(10);
      await page.goto('/books?q=a');
      await expect(rows(page)).toHaveCount(10);
      await choose(page, 'Results per page', '50');
      await expect(page).toHaveURL('/books?q=a');
      await page.goto('/books');
      await expect(rows(page)).toHaveCount(50);
    });

    test('the order a reader chooses is kept, and an address can ask for another', async ({ page }) => {
      await page.goto('/books');
      const byTitle = await titles(page).allTextContents();
      await pager(page).getByRole('link', { name: 'Page 3' }).click();
      await expect(page).toHaveURL('/books?sort=title&size=20&page=3');
      await orderBooks(page, 'Latest arrivals');
      await expect(page).toHaveURL('/books?sort=newest&size=20');
      const newest = await titles(page).allTextContents();
      expect(newest).not.toEqual(byTitle);

      await page.goto('/');
      const arrivals = page.getByRole('region', { name: 'New arrivals' }).getByRole('strong');
      await expect(arrivals).toHaveText(newest.slice(0, 6));
      await page.goto('/books');
      await expect(titles(page)).toHaveText(newest);

      await page.goto('/books?sort=title');
      await expect(titles(page)).toHaveText(byTitle);
      await expectOrder(page, 'Title');
      await page.goto('/books?sort=%27');
      await expect(titles(page)).toHaveText(newest);

      await page.goto('/books?sort=title&page=2');
      await orderBooks(page, 'Year, newest first');
      await expect(page).toHaveURL('/books?sort=year');
      expect(await titles(page).allTextContents()).not.toEqual(newest);
    });
  });
}

test('The next page is in the order that the address asked for', async ({ page }) => {
  await page.goto('/books');
  await pager(page).getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/page=2/);
  const second = await titles(page).allTextContents();
  await orderBooks(page, 'Latest arrivals');
  await expect(page).toHaveURL(/sort=newest/);
  await page.goto('/books?sort=title');
  await pager(page).getByRole('link', { name: 'Next' }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(titles(page)).toHaveText(second);
});

test('An author’s books are as many a page as a reader chose', async ({ page, request }) => {
  await page.goto('/books');
  await choose(page, 'Results per page', '50');
  for (let author = 1; author <= 5; author += 1) {
    const html = await (await request.get(`/authors/${author}`)).text();
    const counts = [...html.matchAll(/of (\d+) books?<\/h2>/g)].map(([, count]) => Number(count));
    expect(counts.length).toBeGreaterThan(0);
    await page.goto(`/authors/${author}`);
    const inAllRoles = counts.reduce((sum, count) => sum + count, 0);
    await expect(rows(page)).toHaveCount(Math.min(50, inAllRoles));
  }
});

test('What was looked at last is on the home page, newest first, and twelve are remembered', async ({
  page,
  newVisitor,
}) => {
  const ids = Array.from({ length: 14 }, (_, i) => i + 1);
  const seen = await lookAt(page, ids);
  const again = await lookAt(page, [5]);
  const newest = [...again, ...seen.filter((title) => title !== again[0]).reverse()];
  await page.goto('/');
  await expect(viewedShelf(page).getByRole('strong')).toHaveText(newest.slice(0, 6));
  await page.goto('/preferences');
  const listed = page
    .getByRole('region', { name: 'Recently viewed' })
    .or(main(page))
    .locator('ol')
    .getByRole('listitem');
  await expect(listed).toHaveText(newest.slice(0, 12));
  const other = await newVisitor();
  await other.goto('/');
  await expect(viewedShelf(other)).toBeHidden();
});

test('A book that is opened by a click is one that was viewed', async ({ page }) => {
  await page.goto('/books');
  const title = (await titles(page).first().textContent()) ?? '';
  await titles(page).first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await page.getByRole('link', { name: 'LocalLibrary' }).click();
  await expect(viewedShelf(page).getByRole('strong')).toHaveText([title]);
});
