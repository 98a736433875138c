import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';
import { tabTo } from './keyboard.ts';
import { bookTitles, main, names, orderBooks } from './list-page.ts';

const filters = (page: Page) => page.getByRole('form', { name: 'Filters' });
const onShelf = (page: Page) => main(page).getByRole('checkbox', { name: /^On the shelf now/ });
const heard = (page: Page) => main(page).locator('[aria-live=polite]');
const rows = (page: Page) => main(page).locator('.book-row');

/** How many books a list says that it has. */
async function saidOf(page: Page): Promise<number> {
  const said = await main(page)
    .getByText(/^\d+ books?$/)
    .first()
    .textContent();
  return Number.parseInt(said ?? '', 10);
}

/** The address of the largest of its kind. */
async function largest(page: Page, kind: string): Promise<string> {
  await page.goto(`/${kind}?sort=books`);
  return (await names(page).first().getByRole('link').getAttribute('href')) ?? '';
}

/** Ticks the switch; without scripts a button beside it is pressed too. */
async function switchToShelf(page: Page): Promise<void> {
  await onShelf(page).click();
  const show = main(page).getByRole('button', { name: 'Show the books', exact: true });
  if (await show.isVisible()) await show.click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });
    test.slow();

    for (const kind of ['books', 'genres', 'languages', 'authors']) {
      test(`a reader sees which of the ${kind} are in now`, async ({ page }) => {
        const path = kind === 'books' ? '/books' : await largest(page, kind);
        await page.goto(path);
        const [all, heading] = [
          await saidOf(page),
          await page.getByRole('heading', { level: 1 }).textContent(),
        ];
        const label = (await onShelf(page).locator('..').textContent()) ?? '';
        await switchToShelf(page);
        await expect(page).toHaveURL(new RegExp(`${path}\\?sort=title&size=20&available=shelf$`));
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading ?? '');
        await expect(onShelf(page)).toBeChecked();
        const left = await saidOf(page);
        expect(left).toBeLessThan(all);
        expect(left).toBe(Number(/\d+$/.exec(label.trim())?.[0]));
        await expect(rows(page).first()).toBeVisible();
        await page.getByRole('link', { name: 'Remove the filter On the shelf now' }).click();
        await expect(page).toHaveURL(`${path}?sort=title&size=20`);
        await expect(onShelf(page)).not.toBeChecked();
        expect(await saidOf(page)).toBe(all);
      });
    }

    test('an empty search can be narrowed like any other', async ({ page }) => {
      await page.goto('/books?q=');
      await expect(filters(page).getByRole('group', { name: 'Genre' })).toBeVisible();
      await switchToShelf(page);
      await expect(page).toHaveURL(/available=shelf/);
      await expect(rows(page)).toHaveCount(20);
    });

    test('a narrowed list keeps its order and its pages', async ({ page }) => {
      const path = await largest(page, 'genres');
      await page.goto(`${path}?available=shelf&size=10`);
      await orderBooks(page, 'Author');
      await expect(page).toHaveURL(/sort=author/);
      await expect(onShelf(page)).toBeChecked();
      const first = await bookTitles(page).allTextContents();
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' }).click();
      await expect(page).toHaveURL(/available=shelf&sort=author&size=10&page=2/);
      expect((await bookTitles(page).allTextContents()).filter((title) => first.includes(title))).toEqual([]);
    });
  });
}

test('What a list is a list of is no filter on it', async ({ page }) => {
  const path = await largest(page, 'genres');
  await page.goto(`${path}?language=en`);
  await expect(filters(page).getByRole('group', { name: 'Genre' })).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Active filters' }).getByRole('link')).toHaveText([
    'English ×',
  ]);
});

test('A touch applies, keeps place and focus, and is said aloud', async ({ page }) => {
  await page.goto('/books');
  const box = filters(page).getByRole('checkbox', { name: /^Spanish/ });
  await tabTo(box);
  const place = async () => Math.round((await box.boundingBox())?.y ?? 0);
  const before = await place();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/language=es$/);
  await expect(heard(page)).toHaveText(/^\d+ books$/);
  await expect(box).toBeFocused();
  await expect(box).toBeChecked();
  expect(await place()).toBe(before);
  await page.keyboard.press('Space');
  await expect(page).not.toHaveURL(/language=/);
  await expect(box).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL('about:blank');
});

test('What was ticked before the page came to life applies when it does', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/books', { waitUntil: 'commit' });
  await filters(page)
    .getByRole('checkbox', { name: /^Spanish/ })
    .check();
  release();
  await expect(page).toHaveURL(/language=es/);
  await page.unrouteAll({ behavior: 'wait' });
});

test('On a phone the filters are a sheet that says how many books they leave', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/books');
  await main(page).getByText('Filters', { exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  await expect(sheet.getByRole('button', { name: 'Show 274 books' })).toBeInViewport({ ratio: 1 });
  await expectAccessible(page);
  await sheet.getByRole('checkbox', { name: /^Spanish/ }).click();
  const show = sheet.getByRole('button', { name: /^Show \d+ books$/ });
  await expect(show).not.toHaveText('Show 274 books');
  await expect(sheet.getByRole('status')).toHaveText((await show.textContent()) ?? '');
  await expect(sheet.getByRole('checkbox', { name: /^Spanish/ })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(main(page).locator('summary', { hasText: 'Filters (1)' })).toBeFocused();
  await page.keyboard.press('Enter');
  await show.click();
  await expect(sheet).toBeHidden();
  await expect(page.locator('#results')).toBeFocused();
  await expect(rows(page).first()).toBeInViewport();
});
