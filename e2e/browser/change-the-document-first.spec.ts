import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

// React says that the document is not what it made, and makes it again.
test.use({ allowedProblems: /Minified React error #(?:418|423|425)|Hydration failed|hydrat/i });

const rows = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 2 }) });

/** What a password manager, a translator or another extension does to a document before its scripts run. */
const changes: [what: string, change: (html: string) => string][] = [
  ['the heading says something else', (html) => html.replace(/(<h1[^>]*>)[^<]*/, '$1Translated')],
  ['a node stands first in main', (html) => html.replace(/(<main[^>]*>)/, '$1<div data-x>x</div>')],
  [
    'a node stands beside the search box',
    (html) => html.replace(/(<input[^>]*role="searchbox"[^>]*>)/, '$1<i></i>'),
  ],
  ['a node stands in the footer', (html) => html.replace(/(<footer[^>]*>)/, '$1<div data-x>x</div>')],
  ['a node stands last in the body', (html) => html.replace('</body>', '<div data-x>x</div></body>')],
];

async function openChanged(page: Page, path: string, change: (html: string) => string): Promise<void> {
  await page.route(`**${path}`, async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const before = await response.text();
    const body = change(before);
    expect(body, 'the document is changed').not.toBe(before);
    await route.fulfill({ response, body });
  });
  await page.goto(path);
  await page.waitForLoadState('networkidle');
}

/** Whether the page came to life: the box for the search is a combobox only then. */
const expectAlive = (page: Page) =>
  expect(page.getByRole('combobox', { name: 'Search the catalog' })).toBeVisible();

for (const [what, change] of changes) {
  test(`Results are all there and work where ${what}`, async ({ page }) => {
    await openChanged(page, '/books?q=the', change);
    await expectAlive(page);
    await expect(rows(page)).toHaveCount(20);
    const filters = page.getByRole('form', { name: 'Filters' });
    expect(await filters.getByRole('checkbox').count()).toBeGreaterThan(8);
    await expect(page.getByRole('combobox', { name: 'Order' }).getByRole('option')).toHaveCount(5);
    const button = rows(page).nth(2).getByRole('button');
    await button.click();
    await expect(button).toHaveText('✓ On my list');
    await expect(button).toBeFocused();
    await page.unrouteAll();
    await filters.getByRole('checkbox').first().click();
    await expect(page.getByRole('navigation', { name: 'Active filters' }).getByRole('link')).toHaveCount(1);
    expect(await rows(page).count()).toBeGreaterThan(0);
    await page.getByRole('navigation', { name: 'Active filters' }).getByRole('link').click();
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' }).click();
    await expect(rows(page).first()).toBeVisible();
  });

  test(`A genre's books are all there and work where ${what}`, async ({ page }) => {
    await openChanged(page, '/genres/20-poetry', change);
    await expectAlive(page);
    await expect(rows(page)).not.toHaveCount(0);
    const button = rows(page).first().getByRole('button');
    await button.click();
    await expect(button).toHaveText('✓ On my list');
  });

  test(`A book can be put on the list where ${what}`, async ({ page }) => {
    await openChanged(page, '/books/1-king-lear', change);
    await expectAlive(page);
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Add to my list/ })
      .click();
    await expect(page.getByRole('main').getByRole('button', { name: /^On my list/ })).toBeFocused();
  });
}
