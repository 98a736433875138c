import type { Request } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { box, chosen, enterBox, headline, list, options, typeAndSee } from './suggestions.ts';

test('A reader types, goes down, and opens what was meant', async ({ page }) => {
  await enterBox(page);
  await typeAndSee(page, 'garcia mar');
  await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
  await expect(chosen(page)).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page)).toContainText('Gabriel García Márquez');
  const id = (await box(page).getAttribute('aria-activedescendant')) ?? '';
  expect(await chosen(page).getAttribute('id')).toBe(id);
  expect(await list(page).getAttribute('id')).toBe(await box(page).getAttribute('aria-controls'));
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('garcia mar');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/authors\/\d+-gabriel-garcia-marquez$/);
  await expect(headline(page)).toHaveText('Gabriel García Márquez');
  await expect(list(page)).toBeHidden();
});

test('Enter without a choice searches, whether suggestions are there or not', async ({ page }) => {
  await enterBox(page);
  await typeAndSee(page, 'garcia');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/books?q=garcia');
  await enterBox(page);
  await box(page).pressSequentially('soledad');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/books?q=soledad');
});

test('Enter does not wait for what suggests', async ({ page }) => {
  await page.route(/\/books\/suggestions/, () => {});
  await enterBox(page);
  await box(page).pressSequentially('soledad');
  await page.keyboard.press('Enter');
  await expect(headline(page)).toHaveText(/^\d+ books for “soledad”$/);
});

test('The mouse chooses, and the box keeps the focus while it is pressed', async ({ page }) => {
  await enterBox(page, '/authors');
  await typeAndSee(page, 'hobb');
  await options(page).filter({ hasText: 'The Hobbit' }).hover();
  await page.mouse.down();
  await expect(box(page)).toBeFocused();
  await page.mouse.up();
  await expect(headline(page)).toHaveText('The Hobbit');
});

test.describe('On a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test('a finger chooses', async ({ page }) => {
    await enterBox(page);
    await typeAndSee(page, 'hobb');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await options(page).filter({ hasText: 'The Hobbit' }).tap();
    await expect(headline(page)).toHaveText('The Hobbit');
  });
});

test('Escape closes, then clears; down opens again; leaving closes', async ({ page }) => {
  await enterBox(page);
  await typeAndSee(page, 'gar');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(list(page)).toBeHidden();
  await expect(box(page)).toHaveValue('gar');
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveValue('');
  await typeAndSee(page, 'gar');
  await page.keyboard.press('Tab');
  await expect(list(page)).toBeHidden();
});

test('Home and End stay in the text, up and down go round', async ({ page }) => {
  await enterBox(page);
  await typeAndSee(page, 'gar');
  const caret = () => box(page).evaluate((input: HTMLInputElement) => input.selectionStart);
  await page.keyboard.press('Home');
  expect(await caret()).toBe(0);
  await page.keyboard.press('End');
  expect(await caret()).toBe(3);
  const all = await options(page).count();
  await page.keyboard.press('ArrowUp');
  await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');
  for (let step = 0; step <= all; step += 1) await page.keyboard.press('ArrowDown');
  await expect(options(page).last()).toHaveAttribute('aria-selected', 'true');
});

test('Only the last question counts, however late the others are answered', async ({ page }) => {
  const asked: (string | null)[] = [];
  const late = Promise.withResolvers<void>();
  await page.route(/\/books\/suggestions/, async (route) => {
    const q = new URL(route.request().url()).searchParams.get('q');
    asked.push(q);
    if (q === 'hob') await late.promise;
    await route.continue().catch(() => {});
  });
  await page.clock.install();
  await enterBox(page);
  await page.clock.pauseAt(Date.now() + 60_000);
  await box(page).pressSequentially('hob');
  await page.clock.runFor(1000);
  await expect.poll(() => asked).toEqual(['hob']);
  const isFirst = (request: Request) => request.url().includes('q=hob&');
  const over = Promise.race([
    page.waitForEvent('requestfailed', isFirst),
    page.waitForEvent('requestfinished', isFirst),
  ]);
  await box(page).fill('soled');
  await page.clock.runFor(1000);
  await expect(options(page).first()).toContainText('soledad');
  late.resolve();
  await over;
  await page.clock.runFor(1000);
  await expect(options(page).filter({ hasText: 'Hobbit' })).toHaveCount(0);
  expect(asked).toEqual(['hob', 'soled']);
});

test.describe('When nothing can be suggested', () => {
  test.use({ allowedProblems: /suggestions/ });

  test('nothing is said, and the search works', async ({ page }) => {
    await page.route(/\/books\/suggestions/, (route) => route.fulfill({ status: 503, body: 'no' }));
    await enterBox(page);
    const answered = page.waitForResponse(/\/books\/suggestions/);
    await box(page).fill('soledad');
    await answered;
    await expect(list(page)).toBeHidden();
    await page.keyboard.press('Enter');
    await expect(headline(page)).toHaveText(/^\d+ books for “soledad”$/);
  });
});

test('What suggests is not loaded before somebody goes into the box', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.js')) scripts.push(request.url());
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  const before = scripts.length;
  await page.getByLabel('Search the catalog').focus();
  await expect.poll(() => scripts.length).toBeGreaterThan(before);
});

test('The box shows what the page is about, also where only a part of it changes', async ({ page }) => {
  await page.goto('/books?q=murakami');
  await page.getByRole('link', { name: 'murasaki', exact: true }).click();
  await expect(page.getByLabel('Search the catalog')).toHaveValue('murasaki');
  await page.goBack();
  await expect(page.getByLabel('Search the catalog')).toHaveValue('murakami');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Authors' }).click();
  await expect(page.getByLabel('Search the catalog')).toHaveValue('');
});
