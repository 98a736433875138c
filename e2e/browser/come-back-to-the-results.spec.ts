import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const main = (page: Page) => page.getByRole('main');
const found = (page: Page) => main(page).getByRole('listitem').getByRole('heading');
const neighbours = (page: Page) => page.getByRole('navigation', { name: 'The results you came from' });

test('A book that was opened from results has one address for all who share it', async ({ page }) => {
  await page.goto('/books?q=hobbit');
  const link = found(page).getByRole('link').first();
  await expect(link).toHaveAttribute('rel', 'nofollow');
  await link.click();
  await expect(neighbours(page)).toContainText('1 of 1 in “hobbit”');
  await page.reload();
  await expect(page.locator('head link[rel=canonical]')).toHaveAttribute('href', /\/books\/\d+-the-hobbit$/);
});

test('A book that is not among the results any more leads back to them', async ({ page }) => {
  await page.goto('/books/1?in=q%3Dzzyzx');
  await expect(neighbours(page).getByRole('link')).toHaveText(['Back to the results']);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('the way back to the results leads to the row of the book, and the words stay in the box', async ({
      page,
    }) => {
      await page.goto('/books?q=the&size=50');
      const row = main(page).locator('.book-row').nth(30);
      const id = await row.getAttribute('id');
      await row.getByRole('heading').getByRole('link').click();
      await expect(page.getByLabel('Search the catalog')).toHaveValue('the');
      await neighbours(page).getByRole('link', { name: 'Back to the results' }).click();
      await expect(page).toHaveURL(new RegExp(`#${id}$`));
      await expect(row).toBeInViewport();
      if (javaScriptEnabled) await expect(row.getByRole('link').first()).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(row.locator(':focus')).toHaveCount(1);
    });
  });
}
