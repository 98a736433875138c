import { expect, test } from './fixtures.ts';

test.describe('A reader who comes to an address that is gone', () => {
  test.use({ allowedProblems: /status of 404/ });

  test('is told so, in the look of the library, with ways on', async ({ page }) => {
    await page.goto('/books/abc');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here');
    await expect(page).toHaveTitle('This page is not here – LocalLibrary');
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Search the catalog' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Back to the home page' })).toBeVisible();
    await page.getByRole('link', { name: 'Browse all books' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Books');
  });
});
