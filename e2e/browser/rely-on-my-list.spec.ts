import type { Page } from '@playwright/test';
import { startCookieRemover } from '../support/cookie-remover.ts';
import { expect, test } from './fixtures.ts';
import { add, addButtons, addFirst, books, listLink, main, removeButtons, takeOver } from './reading-list.ts';

const undo = (page: Page) => main(page).getByRole('button', { name: 'Undo' });
const places = (page: Page) => page.locator('.book-row p:last-child > span');

async function takeOverList(page: Page, ids: string): Promise<void> {
  await page.goto(`/list/${ids}`);
  await takeOver(page).click();
  await expect(main(page)).toContainText('All of these books are on your list.');
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('the menu says how many are on the list, and the button that a book is there', async ({ page }) => {
      await page.goto('/books');
      await expect(listLink(page)).toHaveText('My list');
      await add(page, addButtons(page).first());
      await expect(listLink(page)).toHaveText('My list (1)');
      await add(page, addButtons(page).first());
      await expect(listLink(page)).toHaveText('My list (2)');
      await expect(removeButtons(page).first()).toHaveText('✓ On my list');
      await listLink(page).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('My list');
    });

    test('the list stands by place, or what is in first', async ({ page }) => {
      await takeOverList(page, '1-2-3-4-5-6-7-8-9-10-11-12');
      await page.goto('/list');
      await main(page).getByRole('link', { name: 'By place' }).click();
      await expect(page).toHaveURL('/list?sort=place');
      await expect(main(page).getByRole('link', { name: 'By place' })).toHaveAttribute(
        'aria-current',
        'true',
      );
      const rooms = (await places(page).allTextContents()).flatMap((text) => text.split(' · ')[1] ?? []);
      expect(rooms.length).toBeGreaterThan(5);
      expect(rooms).toEqual(rooms.toSorted());
      await main(page).getByRole('link', { name: 'On the shelf first' }).click();
      await expect(page).toHaveURL('/list?sort=shelf');
      const isIn = (await places(page).allTextContents()).map((text) => text.startsWith('On the shelf'));
      expect(isIn).toEqual(isIn.toSorted((one, other) => Number(other) - Number(one)));
      await removeButtons(page).first().click();
      await expect(books(page)).toHaveCount(11);
      await expect(page).toHaveURL(/\/list\?sort=shelf/);
    });

    test('who emptied the list takes it back', async ({ page }) => {
      await takeOverList(page, '7-3-5');
      await page.goto('/list?sort=place');
      await main(page).getByRole('link', { name: 'As I added them' }).click();
      await expect(page).toHaveURL('/list');
      const titles = await books(page).allTextContents();
      await page.getByRole('button', { name: 'Empty the list' }).click();
      await expect(main(page)).toContainText('The list is empty now.');
      await undo(page).click();
      await expect(books(page)).toHaveText(titles);
      await expect(page).toHaveURL('/list');
      await expect(undo(page)).toBeHidden();
    });

    test('who forgot everything takes it back', async ({ page }) => {
      await takeOverList(page, '7-3-5');
      await page.getByRole('contentinfo').getByRole('button', { name: 'Dark' }).click();
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      await page.goto('/preferences');
      await main(page).getByRole('button', { name: 'Forget it all' }).click();
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'system');
      await expect(listLink(page)).toHaveText('My list');
      await undo(page).click();
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      await expect(listLink(page)).toHaveText('My list (3)');
      await expect(undo(page)).toBeHidden();
    });

    test('the list says until when it is kept', async ({ page, context }) => {
      await addFirst(page, 1);
      await page.goto('/list');
      const inHalfAYear = Date.now() + 180 * 86_400_000;
      const day = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(inHalfAYear);
      await expect(main(page)).toContainText(`Kept in this browser until ${day}`);
      const [cookie] = await context.cookies();
      expect(Math.abs((cookie?.expires ?? 0) * 1000 - inHalfAYear)).toBeLessThan(60_000);
    });
  });
}

test.describe('A network that fails', () => {
  test.use({ allowedProblems: /ERR_INTERNET_DISCONNECTED|ERR_FAILED/ });

  test('says so in the row, and the page stays', async ({ page, context }) => {
    await page.goto('/books');
    await page.waitForLoadState('networkidle');
    const row = page.locator('.book-row').nth(2);
    await context.setOffline(true);
    await row.getByRole('button').click();
    await expect(row.getByRole('alert')).toHaveText('Not saved: no connection. Try again.');
    await expect(page.locator('.book-row')).toHaveCount(20);
    await page.getByRole('button', { name: 'Dark' }).click();
    await expect(page.getByRole('contentinfo').getByRole('alert')).toHaveText(/^Not saved/);
    await context.setOffline(false);
    await row.getByRole('button').click();
    await expect(row.getByRole('button')).toHaveText('✓ On my list');
    await expect(row.getByRole('alert')).toBeHidden();
    await expect(row.getByRole('button')).toBeFocused();
  });

  test('leaves what was typed, and what is remembered', async ({ page, context }) => {
    await page.goto('/purchase-suggestions/new');
    await page.waitForLoadState('networkidle');
    await page.getByRole('textbox', { name: 'Title' }).fill('A book that nobody has');
    await context.setOffline(true);
    await main(page).getByRole('button').last().click();
    await expect(main(page).getByRole('alert').first()).toHaveText(/^Not saved/);
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('A book that nobody has');
  });
});

test('A second tab learns that the list changed', async ({ page, context }) => {
  await page.goto('/books');
  await page.waitForLoadState('networkidle');
  const other = await context.newPage();
  await other.goto('/books');
  await other.waitForLoadState('networkidle');
  await add(other, addButtons(other).first());
  await expect(listLink(page)).toHaveText('My list (1)');
  await expect(removeButtons(page)).toHaveCount(1);
  await other.goto('/list');
  await other.waitForLoadState('networkidle');
  await other.getByRole('button', { name: 'Empty the list' }).click();
  await expect(listLink(page)).toHaveText('My list');
  await undo(other).click();
  await expect(listLink(page)).toHaveText('My list (1)');
  await other.goto('/preferences');
  await other.waitForLoadState('networkidle');
  await main(other).getByRole('button', { name: 'Forget it all' }).click();
  await expect(removeButtons(page)).toHaveCount(0);
});

test('A home page in another tab learns of it too, and that is no visit', async ({ page, context }) => {
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  const other = await context.newPage();
  await other.goto('/books/3');
  await other.waitForLoadState('networkidle');
  await add(other, addButtons(other));
  await expect(listLink(page)).toHaveText('My list (1)');
  await expect(page.getByText('You have visited this page 1 time.')).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('You have visited this page 2 times.')).toBeVisible();
});

test('Where cookies do not come back, a pressed button does not pretend', async ({ page, library }) => {
  const withoutCookies = await startCookieRemover(library.url);
  await page.goto(`${withoutCookies.url}/books`);
  await page.waitForLoadState('networkidle');
  await addButtons(page).first().click();
  await expect(page.getByRole('contentinfo')).toContainText('Your browser keeps no cookies from this site');
  await expect(removeButtons(page)).toHaveCount(0);
  await expect(listLink(page)).toHaveText('My list');
  await page.goto('about:blank');
  withoutCookies.stop();
});

test('A list is printed with the places of its books', async ({ page }) => {
  await addFirst(page, 2);
  await page.goto('/list');
  await page.evaluate(() => {
    window.print = () => Object.assign(window, { printed: true });
  });
  await page.getByRole('button', { name: 'Print the list' }).click();
  expect(await page.evaluate(() => 'printed' in window)).toBe(true);
  await page.emulateMedia({ media: 'print' });
  await expect(places(page).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print the list' })).toBeHidden();
});
