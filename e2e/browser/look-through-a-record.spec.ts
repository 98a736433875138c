import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { bookTitles, expectOrder, letters, main, names, next, orderBooks, previous } from './list-page.ts';

/** The books of a record, in another order, by cursor, and by an address as it was before there were cursors. */
async function lookThroughRecord(page: Page, path: string): Promise<void> {
  await page.goto(`${path}?sort=title&size=10`);
  const byTitle = await bookTitles(page).allTextContents();
  await orderBooks(page, 'Year, newest first');
  await expect(page).toHaveURL(`${path}?sort=year&size=10`);
  await expectOrder(page, 'Year, newest first');
  await expect(bookTitles(page)).not.toHaveText(byTitle);
  const byYear = await bookTitles(page).allTextContents();
  await next(page).click();
  await expect(page).toHaveURL(/&page=2&after=/);
  await expect(bookTitles(page).first()).not.toHaveText(byYear[0] ?? '');
  const second = await bookTitles(page).allTextContents();
  await previous(page).click();
  await expect(page).toHaveURL(/before=/);
  await expect(bookTitles(page)).toHaveText(byYear);
  await page.goto(`${path}?page=2&size=10`);
  await expect(bookTitles(page)).toHaveText(second);
  await expect(main(page).getByText(/page 2 of \d+/)).toBeVisible();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}, the books of`, () => {
    test.use({ javaScriptEnabled });
    for (const kind of ['languages', 'genres'])
      test(`the largest of the ${kind} have orders and cursors`, async ({ page }) => {
        await page.goto(`/${kind}?sort=books`);
        const path = await names(page).first().getByRole('link').getAttribute('href');
        await lookThroughRecord(page, path ?? '');
      });
  });
}

test('An order chosen for the books of an author is that of all lists of books', async ({ page }) => {
  await page.goto('/authors?sort=books');
  await names(page).first().getByRole('link').click();
  await expectOrder(page, 'Title');
  await orderBooks(page, 'Year, newest first');
  await expect(page).toHaveURL(/\/authors\/.*\?sort=year$/);
  const years = (await main(page).locator('.book-row').allTextContents()).map((row) =>
    Number(/ · (\d{4})/.exec(row)?.[1] ?? 0),
  );
  expect(years.length).toBeGreaterThan(2);
  expect(years).toEqual(years.toSorted((a, b) => b - a));
  await page.goto('/genres/1');
  await expectOrder(page, 'Year, newest first');
});

test('A language has letters to jump to in the order of titles; genres and authors have none', async ({
  page,
}) => {
  await page.goto('/languages/en?sort=title&size=10');
  await letters(page).getByRole('link', { name: 'M', exact: true }).click();
  await expect(page).toHaveURL('/languages/en?sort=title&size=10&from=m');
  await expect(page).toHaveTitle('English from “m” – LocalLibrary');
  await expect(bookTitles(page).first()).toHaveText(/^(The |An? )?M/);
  for (const address of ['/languages/en?sort=year', '/genres/1?sort=title', '/authors/1?sort=title&from=m']) {
    await page.goto(address);
    await expect(bookTitles(page).first()).toBeVisible();
    await expect(letters(page)).toBeHidden();
  }
});

test('Languages are named in the reader’s language and in their own', async ({ page, newVisitor }) => {
  await page.goto('/books');
  await page.getByRole('link', { name: 'Books by language' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Languages');
  await page.goto('/languages?sort=name&size=100');
  const spanish = names(page).filter({ hasText: 'Spanish' });
  await expect(spanish.locator('[lang=es]')).toHaveText('Español');
  await expect(spanish).toContainText(/\d+ books/);
  await expect(names(page).filter({ hasText: 'English' }).locator('[lang=en]')).toHaveCount(0);
  const reader = await newVisitor();
  await reader.goto('/languages?sort=name&size=100');
  await reader.getByRole('contentinfo').getByRole('button', { name: 'Español' }).click();
  await expect(names(reader).filter({ hasText: 'Alemán' }).locator('[lang=de]')).toHaveText('Deutsch');
});
