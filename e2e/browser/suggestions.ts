import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

export const box = (page: Page) => page.getByRole('combobox', { name: 'Search the catalog' });
export const list = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' });
export const options = (page: Page) => list(page).getByRole('option');
export const chosen = (page: Page) => list(page).getByRole('option', { selected: true });
export const headline = (page: Page) => page.getByRole('heading', { level: 1 });

/** Goes into the box, and waits until it can suggest something. */
export async function enterBox(page: Page, path = '/'): Promise<void> {
  await page.goto(path);
  await page.getByLabel('Search the catalog').focus();
  await expect(box(page)).toHaveAttribute('aria-controls', /./);
}

export async function typeAndSee(page: Page, words: string): Promise<void> {
  await box(page).pressSequentially(words);
  await expect(options(page).first()).toBeVisible();
}
