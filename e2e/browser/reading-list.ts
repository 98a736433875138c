import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

export const main = (page: Page) => page.getByRole('main');
export const books = (page: Page) =>
  main(page)
    .getByRole('heading', { level: 2 })
    .filter({ has: page.getByRole('link') });
export const listLink = (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'My list' });
export const addButtons = (page: Page) => main(page).getByRole('button', { name: /^Add to my list: / });
export const removeButtons = (page: Page) =>
  main(page).getByRole('button', { name: /^On my list, remove: / });
export const sharedLink = (page: Page) => main(page).getByRole('link', { name: /\/list\/\d/ });

export const copyAddress = (page: Page) => page.getByRole('button', { name: 'Copy the address' });

export const titleOn = async (button: Locator) =>
  (await button.getAttribute('aria-label'))?.split(': ').slice(1).join(': ') ?? '';

/** Presses a button that puts a book on the list, and resolves to the book's title once it is there. */
export async function add(page: Page, button: Locator): Promise<string> {
  const title = await titleOn(button);
  await button.click();
  await expect(
    main(page).getByRole('button', { name: `On my list, remove: ${title}`, exact: true }),
  ).not.toHaveCount(0);
  return title;
}

/** Presses a button that leaves the page as it is, and waits until the library has answered. */
export async function pressAndWait(button: Locator): Promise<void> {
  const answered = button.page().waitForResponse((answer) => answer.request().method() === 'POST');
  await button.click();
  await answered;
}

export const takeOver = (page: Page) => page.getByRole('button', { name: 'Add all of them to my list' });

/** Puts so many books of the list of books on the own list; resolves to their titles. */
export async function addFirst(page: Page, count: number): Promise<string[]> {
  await page.goto('/books');
  const titles: string[] = [];
  while (titles.length < count) titles.push(await add(page, addButtons(page).first()));
  return titles;
}
