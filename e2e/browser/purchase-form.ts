import type { Locator, Page } from '@playwright/test';
import { type Library, startLibrary } from '../support/library-server.ts';
import { test as base, expect } from './fixtures.ts';

type Person = {
  /** The address that this test comes from, as a proxy says it: what one sends does not count for another. */
  address: string;
};

let people = 0;

export const test = base.extend<Person, { library: Library }>({
  library: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies of a fixture from this pattern.
    async ({}, use) => {
      const library = await startLibrary({ env: { TRUSTED_PROXIES: '1' } });
      await use(library);
      await library.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  address: async ({}, use) => {
    people += 1;
    await use(`198.18.${people >> 8}.${people & 255}`);
  },
  context: async ({ context, address }, use) => {
    await context.setExtraHTTPHeaders({ 'x-forwarded-for': address });
    await use(context);
  },
});

export const headline = (page: Page) => page.getByRole('heading', { level: 1 });
export const title = (page: Page) => page.getByRole('textbox', { name: 'Title of the book' });
export const author = (page: Page) => page.getByRole('textbox', { name: 'Author (optional)' });
export const note = (page: Page) => page.getByRole('textbox', { name: 'Note for the librarians (optional)' });
export const send = (page: Page) => page.getByRole('button', { name: 'Suggest this purchase' });
export const summary = (page: Page) => page.getByRole('region', { name: 'Not sent yet' });

export const expectThanks = (page: Page) =>
  expect(headline(page)).toHaveText('Thank you for your suggestion');

/** Presses with the keyboard once the scripts of the page run: before, a form is sent as without them. */
export async function press(target: Locator): Promise<void> {
  await target.page().waitForLoadState('networkidle');
  await target.focus();
  await target.press('Enter');
}
