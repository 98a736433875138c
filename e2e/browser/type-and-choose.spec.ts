import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';

const box = (page: Page) => page.getByRole('combobox', { name: 'Search the catalog' });
const list = (page: Page) => page.getByRole('listbox', { name: 'Suggestions' });
const options = (page: Page) => list(page).getByRole('option');
const chosen = (page: Page) => list(page).getByRole('option', { selected: true });
const headline = (page: Page) => page.getByRole('heading', { level: 1 });

/** Goes into the box, and waits until it can suggest something. */
async function enterBox(page: Page, path = '/'): Promise<void> {
  await page.goto(path);
  await page.getByLabel('Search the catalog').focus();
  await expect(box(page)).toHaveAttribute('aria-expanded', 'false');
}

async function typeAndSee(page: Page, words: string): Promise<void> {
  await box(page).pressSequentially(words);
  await expect(options(page).first()).toBeVisible();
}

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
  await expect(headline(page)).toHaveText('Books matching “soledad”');
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

test('An input method that puts a letter together has the keys for itself', async ({ page }) => {
  await enterBox(page);
  await typeAndSee(page, 'gar');
  await page.keyboard.press('ArrowDown');
  await box(page).evaluate((input) => {
    const keydown = { key: 'Enter', isComposing: true, bubbles: true, cancelable: true };
    input.dispatchEvent(new KeyboardEvent('keydown', keydown));
    input.dispatchEvent(new KeyboardEvent('keydown', { ...keydown, key: 'Escape' }));
  });
  await expect(chosen(page)).toHaveCount(1);
  await expect(page).toHaveURL('/');
});

test('How many there are is said, in the language of the page', async ({ page }) => {
  await enterBox(page);
  await typeAndSee(page, 'garcia mar');
  const many = await options(page).count();
  await expect(page.getByRole('search').locator('[aria-live=polite]')).toHaveText(
    new RegExp(`^${many} suggestions?$`),
  );
  await page.goto('/');
  await page.getByRole('button', { name: 'Español' }).click();
  await page.getByLabel('Buscar en el catálogo').focus();
  await page.getByRole('combobox').pressSequentially('garcia mar');
  await expect(page.getByRole('search').locator('[aria-live=polite]')).toHaveText(/^\d sugerencia/);
  await expect(page.getByRole('option').first()).toContainText('Autor');
});

test('Only the last question counts, however late the others are answered', async ({ page }) => {
  let asked = 0;
  await page.route(/\/books\/suggestions/, async (route) => {
    asked += 1;
    if (route.request().url().includes('q=hob&')) await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue().catch(() => {});
  });
  await enterBox(page);
  await box(page).pressSequentially('hob', { delay: 10 });
  await page.waitForTimeout(250);
  await box(page).fill('soled');
  await expect(options(page).first()).toContainText('soledad');
  await page.waitForTimeout(700);
  await expect(options(page).filter({ hasText: 'Hobbit' })).toHaveCount(0);
  expect(asked).toBe(2);
});

test.describe('When nothing can be suggested', () => {
  test.use({ allowedProblems: /suggestions/ });

  test('nothing is said, and the search works', async ({ page }) => {
    await page.route(/\/books\/suggestions/, (route) => route.fulfill({ status: 503, body: 'no' }));
    await enterBox(page);
    await box(page).fill('soledad');
    await page.waitForTimeout(300);
    await expect(list(page)).toBeHidden();
    await page.keyboard.press('Enter');
    await expect(headline(page)).toHaveText('Books matching “soledad”');
  });
});

test('The number is said again for other words, and is gone with the list', async ({ page }) => {
  await enterBox(page);
  await typeAndSee(page, 'hobb');
  const said = page.getByRole('search').locator('[aria-live=polite]');
  await expect(said).toHaveText('1 suggestion');
  await page.keyboard.press('i');
  await expect(said).toBeEmpty();
  await expect(said).toHaveText('1 suggestion');
  await page.keyboard.press('Escape');
  await expect(said).toBeEmpty();
});

test('Who moves in the text is no longer at a suggestion', async ({ page }) => {
  await enterBox(page);
  await typeAndSee(page, 'gar');
  for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End']) {
    await page.keyboard.press('ArrowDown');
    await expect(chosen(page)).toHaveCount(1);
    await page.keyboard.press(key);
    await expect(chosen(page)).toHaveCount(0);
    await expect(box(page)).not.toHaveAttribute('aria-activedescendant');
    await expect(list(page)).toBeVisible();
  }
});

test('The box is what it is before anybody goes into it', async ({ page }) => {
  await page.goto('/');
  await expect(box(page)).toHaveAttribute('aria-expanded', 'false');
});

test('Titles say their language and direction', async ({ page }) => {
  await enterBox(page);
  await typeAndSee(page, 'القاهرة');
  await expect(options(page).first().locator('[lang=ar][dir=auto]')).toHaveCount(1);
});

test('Everybody can use the suggestions', async ({ page }) => {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await enterBox(page);
    await typeAndSee(page, 'gar');
    await page.keyboard.press('ArrowDown');
    await expectAccessible(page);
  }
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
  await page.goto('/books?q=zzyzx+soledad');
  await page.getByRole('link', { name: /^Without “zzyzx”/ }).click();
  await expect(page.getByLabel('Search the catalog')).toHaveValue('soledad');
  await page.goBack();
  await expect(page.getByLabel('Search the catalog')).toHaveValue('zzyzx soledad');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Authors' }).click();
  await expect(page.getByLabel('Search the catalog')).toHaveValue('');
});
