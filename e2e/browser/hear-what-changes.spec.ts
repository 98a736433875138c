import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';
import { expectOrder, order, orderBooks } from './list-page.ts';

const main = (page: Page) => page.getByRole('main');
const headline = (page: Page) => page.getByRole('heading', { level: 1 });
const button = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name, exact: true });
const add = (page: Page) => button(page, /^Add to my list: /);
const remove = (page: Page) => button(page, /^On my list, remove: /);
/** What a screen reader says of the list, wherever the focus is. */
const said = (page: Page) => page.locator('body > [aria-live=polite]');

/** Presses with the keyboard once the scripts of the page run: before, a form is sent as without them. */
async function press(target: Locator): Promise<void> {
  await target.page().waitForLoadState('networkidle');
  await target.focus();
  await target.press('Enter');
}

test('Who puts a book on the list stays at its button, and hears how many are on it', async ({ page }) => {
  await page.goto('/books');
  await expect(said(page)).toBeEmpty();
  const before = await page.evaluate(() => history.length);
  await press(add(page).nth(3));
  await expect(remove(page)).toBeFocused();
  await expect(said(page)).toHaveText('1 book on your list');
  await press(add(page).nth(3));
  await expect(remove(page).nth(1)).toBeFocused();
  await expect(said(page)).toHaveText('2 books on your list');
  await press(remove(page).nth(1));
  await expect(said(page)).toHaveText('1 book on your list');
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test('Who takes books off the list is led to the next, and at last to the headline', async ({ page }) => {
  await page.goto('/list/1-2-3');
  await press(button(page, 'Add all of them to my list'));
  await expect(said(page)).toHaveText('3 books on your list');
  await page.goto('/list');
  const second = (await remove(page).nth(1).getAttribute('aria-label')) ?? '';
  await press(remove(page).first());
  await expect(button(page, second)).toBeFocused();
  await press(remove(page).last());
  await expect(button(page, second)).toBeFocused();
  await press(remove(page).first());
  await expect(headline(page)).toBeFocused();
  await expect(said(page)).toHaveText('Your list is empty');
});

test('Whoever adds a shared list sees that it is on the own one', async ({ page }) => {
  await page.goto('/list/1-2-3');
  await expect(main(page)).not.toContainText('are on your list');
  await press(button(page, 'Add all of them to my list'));
  await expect(main(page)).toContainText('All of these books are on your list.');
  await expectAccessible(page);
});

const choices: [what: string, path: string, name: string][] = [
  ['a size of pages', '/books', '20'],
  ['an order of authors', '/authors', 'Number of books'],
  ['a size of pages of results', '/books?q=a', '20'],
  ['a size of pages on the page of preferences', '/preferences', '50'],
];
for (const [what, path, name] of choices) {
  test(`Who chooses ${what} stays there`, async ({ page }) => {
    await page.goto(path);
    await press(button(page, name));
    await expect(button(page, name)).toHaveAttribute('aria-current', 'true');
    await expect(button(page, name)).toBeFocused();
  });
}

for (const path of ['/books', '/books?q=a', '/genres/1?available=shelf']) {
  test(`Who chooses an order on ${path} stays there`, async ({ page }) => {
    await page.goto(path);
    await order(page).focus();
    await orderBooks(page, 'Author');
    await expect(page).toHaveURL(/sort=author/);
    await expectOrder(page, 'Author');
    await expect(order(page)).toBeFocused();
  });
}

test('Who chooses another language stays there', async ({ page }) => {
  await page.goto('/books');
  await press(page.getByRole('button', { name: 'Español' }));
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.getByRole('button', { name: 'Español' })).toBeFocused();
});

test('Where a button goes away, the headline or the heading above it has the focus', async ({ page }) => {
  await page.goto('/books/1');
  await page.goto('/');
  await press(button(page, 'Close this notice'));
  await expect(button(page, 'Close this notice')).toBeHidden();
  await expect(headline(page)).toBeFocused();
  await page.goto('/preferences');
  await press(button(page, 'Forget these books'));
  await expect(main(page).getByRole('heading', { name: 'Recently viewed' })).toBeFocused();
  await press(button(page, 'Forget it all'));
  await expect(headline(page)).toBeFocused();
});

test('A page that comes without being loaded begins at its headline', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await press(main(page).getByRole('link', { name: 'All books' }));
  await expect(page).toHaveURL('/books');
  await expect(headline(page)).toBeFocused();
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('What was chosen among the suggestions begins at its headline', async ({ page }) => {
  await page.goto('/authors');
  const box = page.getByRole('combobox', { name: 'Search the catalog' });
  await box.focus();
  await box.pressSequentially('hobb');
  await expect(page.getByRole('option', { name: /^The Hobbit/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/books\/\d+-the-hobbit$/);
  await expect(headline(page)).toBeFocused();
});
