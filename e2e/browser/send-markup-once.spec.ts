import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const rows = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading') });
const filters = (page: Page) => page.getByRole('form', { name: 'Filters' });
test('A page that the router left and comes back to is whole, and its buttons work', async ({ page }) => {
  await page.goto('/books?q=the');
  await page.waitForLoadState('networkidle');
  const titles = await rows(page).getByRole('heading').allTextContents();
  expect(titles).toHaveLength(20);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Authors' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Authors');
  await page.goBack();
  await expect(rows(page).getByRole('heading')).toHaveText(titles);
  await expect(filters(page).getByRole('checkbox').first()).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Pages' }).getByRole('link').first()).toBeVisible();
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  const button = rows(page).nth(4).getByRole('button');
  await button.click();
  await expect(button).toHaveText('✓ On my list');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'My list' }).click();
  await expect(rows(page).getByRole('heading')).toHaveText([titles[4] ?? '']);
  await page.goBack();
  await expect(rows(page).getByRole('heading')).toHaveText(titles);
  await expect(rows(page).nth(4).getByRole('button')).toHaveText('✓ On my list');
});

test('A list that is reached by the router and changed there shows what is on it', async ({ page }) => {
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Books' }).click();
  const first = rows(page).first();
  const title = (await first.getByRole('heading').textContent()) ?? '';
  await first.getByRole('button').click();
  await expect(first.getByRole('button')).toHaveText('✓ On my list');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'My list' }).click();
  await expect(rows(page).getByRole('heading')).toHaveText([title]);
  await rows(page).first().getByRole('button').click();
  await expect(rows(page)).toHaveCount(0);
});
