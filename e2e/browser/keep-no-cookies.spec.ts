import type { Page } from '@playwright/test';
import { type CookieRemover, startCookieRemover } from '../support/cookie-remover.ts';
import { expect, test } from './fixtures.ts';

const sentence = /Your browser keeps no cookies from this site/;

const line = (page: Page) => page.getByRole('contentinfo').getByText(sentence);
const visits = (page: Page) => page.getByText(/You have visited this page/);
const addButton = (page: Page) => page.getByRole('main').getByRole('button', { name: /^Add to my list: / });
const main = (page: Page) => page.getByRole('navigation', { name: 'Main' });

test.describe('Without JavaScript and without cookies', () => {
  test.use({ javaScriptEnabled: false });

  let withoutCookies: CookieRemover;
  test.beforeEach(async ({ library }) => {
    withoutCookies = await startCookieRemover(library.url);
  });
  test.afterEach(async ({ page }) => {
    await page.goto('about:blank');
    withoutCookies.stop();
  });

  test('a reader who presses a button is told that nothing is remembered', async ({ page, context }) => {
    await page.goto(`${withoutCookies.url}/books/1`);
    await expect(line(page)).toBeHidden();
    await addButton(page).click();
    await expect(line(page)).toBeVisible();
    await expect(line(page)).toHaveCount(1);
    await expect(addButton(page)).toBeVisible();
    expect(await context.cookies()).toEqual([]);
  });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`A new reader who keeps cookies, with JavaScript ${javaScriptEnabled ? 'on' : 'off'},`, () => {
    test.use({ javaScriptEnabled, allowedProblems: /status of 404/ });

    test('is never told otherwise, from whichever page and with whichever form', async ({ newVisitor }) => {
      for (const first of ['/', '/books', '/books/1', '/books/1-older-address', '/list/1-2', '/authors']) {
        const page = await newVisitor();
        await page.goto(first);
        await expect(line(page)).toBeHidden();
        await page.getByRole('contentinfo').getByRole('button', { name: 'Dark' }).click();
        await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
        await expect(line(page)).toBeHidden();
        expect(page.url()).not.toContain('cookie-trial');
        await main(page).getByRole('link', { name: 'Genres' }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Genres');
        await expect(line(page)).toBeHidden();
      }
    });

    test('is not told so after a link from any page either, with the address as it was', async ({
      newVisitor,
    }) => {
      for (const first of ['/', '/books/1', '/books/1-older-address', '/nothing', '/preferences']) {
        const page = await newVisitor();
        await page.goto(first);
        await main(page).getByRole('link', { name: 'Books' }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Books');
        await expect(line(page), first).toBeHidden();
        await page.reload();
        await expect(line(page), first).toBeHidden();
      }
    });

    test('is not told so by a form that remembers nothing', async ({ page, context }) => {
      await page.goto('/purchase-suggestions/new');
      if (javaScriptEnabled) await page.waitForLoadState('networkidle');
      await page.getByRole('main').getByRole('button').last().click();
      await expect(page.getByRole('main').getByRole('alert').first()).toBeVisible();
      if (javaScriptEnabled) await page.waitForLoadState('networkidle');
      await expect(line(page)).toBeHidden();
      expect(await context.cookies()).toEqual([]);
    });

    test('comes back to the address that was asked for, with nothing added', async ({ page }) => {
      await page.goto('/books?q=garcia&page=1');
      await addButton(page).first().click();
      await expect(page.getByRole('button', { name: /^On my list, remove: / })).toHaveCount(1);
      await expect(page).toHaveURL(/\/books\?q=garcia&page=1(#book-\d+)?$/);
    });

    test('is not told so after everything was forgotten', async ({ page }) => {
      await page.goto('/');
      await page.goto('/preferences');
      await page.getByRole('button', { name: 'Forget it all' }).click();
      await expect(page.getByRole('main')).toContainText('Nothing is remembered about this browser.');
      await expect(line(page)).toBeHidden();
      await main(page).getByRole('link', { name: 'Books' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Books');
      await expect(line(page)).toBeHidden();
    });
  });
}

test('An old address with the trial in it is cleaned for a browser that keeps cookies', async ({ page }) => {
  await page.goto('/');
  await page.goto('/books?q=a&cookie-trial=1&page=2');
  await expect(page).toHaveURL('/books?q=a&page=2');
  await expect(line(page)).toBeHidden();
});

test('A browser that says itself that it keeps no cookies shows the line, and no count', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'cookieEnabled', { get: () => false }));
  await page.goto('/');
  await expect(line(page)).toBeVisible();
  await expect(visits(page)).toBeHidden();
});
