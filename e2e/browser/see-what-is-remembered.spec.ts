import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { fillEverything, item, main, press } from './preferences-page.ts';

async function downloaded(page: Page): Promise<unknown> {
  const started = page.waitForEvent('download');
  await main(page).getByRole('link', { name: 'Download it as JSON' }).click();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/\.json$/);
  return JSON.parse(readFileSync(await download.path(), 'utf8'));
}

/** There is a list. */
const inHalfAYear = () =>
  new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(Date.now() + 180 * 86_400_000);

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('a new reader learns that nothing is remembered, and looking changes nothing', async ({
      page,
      context,
    }) => {
      await page.goto('/books');
      await page.getByRole('contentinfo').getByRole('link', { name: 'What this site remembers' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('What this site remembers');
      await expect(main(page)).toContainText('Nothing is remembered about this browser.');
      await expect(main(page).getByRole('button', { name: 'Forget it all' })).toBeHidden();
      const answer = await page.request.get('/preferences/download');
      expect(await answer.json()).toEqual({ remembered: {}, forgottenOn: null });
      expect(await context.cookies()).toEqual([]);
    });

    test('a reader sees everything in plain words, with the day it is forgotten, and can take it along', async ({
      page,
    }) => {
      await fillEverything(page);
      const titles = [];
      for (const book of [1, 2]) {
        await page.goto(`/books/${book}`);
        titles.unshift(await page.getByRole('heading', { level: 1 }).textContent());
      }
      await page.goto('/preferences');
      await expect(main(page)).toContainText(inHalfAYear());
      await expect(item(page, 'Visits')).toContainText(/You opened the home page \d times?\./);
      await expect(item(page, 'My list')).toContainText('1 book is on it.');
      await expect(item(page, 'Recently viewed').getByRole('listitem')).toHaveText(titles.map(String));
      await expect(item(page, 'Closed notices')).toContainText('You closed 1 notice.');
      await expect(item(page, 'Language')).toContainText('The language follows your browser.');
      for (const [title, chosen] of [
        ['Appearance', ['Dark']],
        ['Lists', ['50', 'Latest arrivals', 'Name']],
      ] as const) {
        await expect(item(page, title).locator('[aria-current=true]')).toHaveText([...chosen]);
      }
      const file = await downloaded(page);
      expect(file).toEqual({
        remembered: {
          num_visits: javaScriptEnabled ? 1 : 2,
          visitDays: [expect.any(Number)],
          closedNotices: ['demonstration'],
          viewed: [2, 1],
          list: [2],
          pageSize: 50,
          sort: 'newest',
          theme: 'dark',
        },
        forgottenOn: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      });
    });

    test('a reader changes or forgets each of them by itself', async ({ page }) => {
      await fillEverything(page);
      await page.getByRole('contentinfo').getByRole('button', { name: 'Español' }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', 'es');
      await page.goto('/preferences');
      await press(page, 'Seguir al navegador');
      await expect(item(page, 'Language')).toContainText('The language follows your browser.');
      await press(page, 'Start counting again');
      await expect(item(page, 'Visits')).toContainText('Your visits have not been counted.');
      await press(page, 'Forget these books');
      await expect(item(page, 'Recently viewed')).toContainText('No book was opened lately.');
      await press(page, 'Show them again');
      await expect(item(page, 'Closed notices')).toContainText('You closed none.');
      await press(page, 'Light');
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
      await press(page, '20');
      await expect(item(page, 'Lists').locator('[aria-current=true]')).toHaveText([
        '20',
        'Latest arrivals',
        'Name',
      ]);
      await press(page, 'Title');
      await expect(item(page, 'Lists').locator('[aria-current=true]')).toHaveText(['20', 'Title', 'Name']);
      await expect(page).toHaveURL('/preferences');
      const answer = await page.request.get('/preferences/download');
      const { remembered } = await answer.json();
      expect(remembered).toEqual({ list: [2], pageSize: 20, sort: 'title', theme: 'light' });
    });

    test('one button forgets it all, the cookie too, and the count starts at 1', async ({
      page,
      context,
    }) => {
      await fillEverything(page);
      await page.goto('/preferences');
      expect(await context.cookies()).toHaveLength(1);
      await press(page, 'Forget it all');
      await expect(main(page)).toContainText('Nothing is remembered about this browser.');
      expect(await context.cookies()).toEqual([]);
      await expect(page).toHaveURL('/preferences');
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'system');
      await page.goto('/list');
      await expect(main(page)).toContainText('Nothing on your list yet.');
      await page.goto('/');
      await expect(page.getByText('You have visited this page 1 time.')).toBeVisible();
      await expect(page.getByRole('complementary')).toBeVisible();
      await expect(page.getByRole('region', { name: 'Recently viewed' })).toBeHidden();
    });
  });
}
