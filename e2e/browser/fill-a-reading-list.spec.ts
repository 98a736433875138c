import { expect, test } from './fixtures.ts';
import { addButtons, books, main, pressAndWait, removeButtons, takeOver } from './reading-list.ts';

test('A full list says so, whatever else is remembered, and takes no more', async ({ page, request }) => {
  const many = Array.from({ length: 150 }, (_, i) => (i < 12 ? i + 1 : 2_147_483_640 - i));
  for (let book = 20; book < 32; book += 1) await page.request.get(`/books/${book}`);
  await page.goto(`/list/${many.join('-')}`);
  await pressAndWait(takeOver(page));
  await page.goto('/list');
  await expect(main(page)).toContainText('The list is full: it holds 150 books.');
  await expect(books(page)).toHaveCount(12);
  await page.goto('/books/40');
  await pressAndWait(addButtons(page));
  await page.goto('/list');
  await expect(books(page)).toHaveCount(12);
  await removeButtons(page).first().click();
  await expect(books(page)).toHaveCount(11);
  await expect(main(page)).not.toContainText('The list is full');
  expect((await request.get('/list')).status()).toBe(200);
});

test('Where the list is full each Add button says so, in every part of a page', async ({ page }) => {
  const many = Array.from({ length: 150 }, (_, i) => 2_147_483_640 - i);
  await page.goto(`/list/1-${many.slice(1).join('-')}`);
  await takeOver(page).click();
  await expect(page.locator('body > [aria-live=polite]')).toHaveText('150 books on your list');
  await page.goto('/books?q=borges');
  await main(page).getByRole('link', { name: 'Jorge Luis Borges' }).first().click();
  const notes = main(page).getByText('The list is full: it holds 150 books.');
  await expect(notes).toHaveCount(2);
  const ids = await notes.evaluateAll((elements) => elements.map(({ id }) => id));
  expect(new Set(ids).size).toBe(2);
  for (const button of await addButtons(page).all())
    await expect(button).toHaveAccessibleDescription('The list is full: it holds 150 books.');
});

test('A list that takes no more says so at the button', async ({ page }) => {
  const many = Array.from({ length: 150 }, (_, i) => (i < 12 ? i + 1 : 2_147_483_640 - i));
  await page.goto(`/list/${many.join('-')}`);
  const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.getByRole('button', { name: 'Add all of them to my list' }).click();
  await answered;
  await page.goto('/books/40');
  const add = page.getByRole('button', { name: /^Add to my list: / });
  await expect(add).toHaveAccessibleDescription('The list is full: it holds 150 books.');
});
