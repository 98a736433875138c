import { expect, type Page } from '@playwright/test';

export const main = (page: Page) => page.getByRole('main');
export const titles = (page: Page) => main(page).getByRole('heading', { level: 2 });
export const bookTitles = (page: Page) => main(page).locator('.book-row').getByRole('heading');
export const names = (page: Page) => main(page).locator('.record-list li');
export const pager = (page: Page) => page.getByRole('navigation', { name: 'Pages' });
export const letters = (page: Page) => page.getByRole('navigation', { name: 'First letters' });
export const next = (page: Page) => pager(page).getByRole('link', { name: 'Next' });
export const previous = (page: Page) => pager(page).getByRole('link', { name: 'Previous' });
export const choice = (page: Page, group: string, name: string) =>
  page.getByRole('group', { name: group }).getByRole('button', { name, exact: true });

/** The order of a list of books. */
export const order = (page: Page) => main(page).getByRole('combobox', { name: 'Order' });

export async function orderBooks(page: Page, name: string): Promise<void> {
  await order(page).selectOption({ label: name });
  const sort = main(page).getByRole('button', { name: 'Sort', exact: true });
  if (await sort.isVisible()) await sort.click();
}

export const expectOrder = (page: Page, name: string) =>
  expect(order(page).locator('option:checked')).toHaveText(name);
