import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

export const main = (page: Page) => page.getByRole('main');

export const item = (page: Page, title: string) =>
  main(page)
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: title, exact: true }) });

export const press = (page: Page, name: string) =>
  main(page).getByRole('button', { name, exact: true }).click();

/** Something of everything that can be remembered. */
export async function fillEverything(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('complementary').getByRole('button').click();
  await expect(page.getByRole('complementary')).toBeHidden();
  for (const book of [1, 2]) await page.goto(`/books/${book}`);
  const listButton = main(page).locator('button:is([name=add], [name=remove])');
  const before = (await listButton.textContent()) ?? '';
  await listButton.click();
  await expect(listButton).not.toHaveText(before);
  await page.goto('/books');
  await main(page).locator('button[name=size][value="50"]').click();
  await expect(main(page).locator('.book-row')).toHaveCount(50);
  await main(page).locator('select[name=sort]').selectOption('newest');
  const sort = main(page).locator('.order button');
  if (await sort.isVisible()) await sort.click();
  await expect(page).toHaveURL(/sort=newest/);
  const footer = page.getByRole('contentinfo');
  await footer.locator('button[value=dark]').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
}
