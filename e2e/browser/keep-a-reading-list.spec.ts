import type { Locator, Page } from '@playwright/test';
import { forget, newDataDir } from '../support/library-data.ts';
import { startLibrary } from '../support/library-server.ts';
import { expect, expectAccessible, test } from './fixtures.ts';

const phone = { width: 360, height: 740 };

const main = (page: Page) => page.getByRole('main');
const books = (page: Page) =>
  main(page)
    .getByRole('heading', { level: 2 })
    .filter({ has: page.getByRole('link') });
const listLink = (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'My list' });
const addButtons = (page: Page) => main(page).getByRole('button', { name: /^Add to list ?: / });
const removeButtons = (page: Page) => main(page).getByRole('button', { name: /^Remove from list ?: / });
const sharedLink = (page: Page) => main(page).getByRole('link', { name: /\/list\/\d/ });

const copyAddress = (page: Page) => page.getByRole('button', { name: 'Copy the address' });

const titleOn = async (button: Locator) =>
  (await button.getAttribute('aria-label'))?.split(': ').slice(1).join(': ') ?? '';

/** Presses a button that puts a book on the list, and resolves to the book's title once it is there. */
async function add(page: Page, button: Locator): Promise<string> {
  const title = await titleOn(button);
  await button.click();
  await expect(
    main(page).getByRole('button', { name: `Remove from list: ${title}`, exact: true }),
  ).not.toHaveCount(0);
  return title;
}

/** Presses a button that leaves the page as it is, and waits until the library has answered. */
async function pressAndWait(button: Locator): Promise<void> {
  const answered = button.page().waitForResponse((answer) => answer.request().method() === 'POST');
  await button.click();
  await answered;
}

const takeOver = (page: Page) => page.getByRole('button', { name: 'Add all of them to my list' });

/** Puts so many books of the list of books on the own list; resolves to their titles. */
async function addFirst(page: Page, count: number): Promise<string[]> {
  await page.goto('/books');
  const titles: string[] = [];
  while (titles.length < count) titles.push(await add(page, addButtons(page).first()));
  return titles;
}

test.describe('On a phone without JavaScript', () => {
  test.use({ viewport: phone, javaScriptEnabled: false });

  test('what a reader put on the list is there after a restart of the library', async ({ page }) => {
    const dataDir = newDataDir();
    const before = await startLibrary({ dataDir });
    await page.goto(`${before.url}/books`);
    const fromTheBooks = await add(page, addButtons(page).nth(3));
    await page.goto(`${before.url}/books/1`);
    const fromItsPage = await add(page, addButtons(page));
    await page.goto(`${before.url}/list`);
    await expect(books(page)).toHaveText([fromTheBooks, fromItsPage]);
    await before.stop();

    const after = await startLibrary({ dataDir });
    await page.goto(`${after.url}/list`);
    await expect(books(page)).toHaveText([fromTheBooks, fromItsPage]);
    await page.goto(`${after.url}/books/1`);
    await expect(removeButtons(page)).toBeVisible();
    await after.stop();
    await forget(dataDir);
  });

  test('a pressed button leads back to its book, not to the top of the page', async ({ page }) => {
    for (const path of ['/books?q=the', '/languages/en']) {
      await page.goto(path);
      const title = await add(page, addButtons(page).nth(5));
      await expect(page).toHaveURL(/#book-\d+$/);
      await expect(main(page).getByRole('heading', { name: title, exact: true })).toBeInViewport();
      await expect(page.getByRole('heading', { level: 1 })).not.toBeInViewport();
    }
    await page.goto('/books/6');
    await add(page, addButtons(page));
    await expect(page).toHaveURL(/#book-6$/);
    await expect(removeButtons(page)).toBeInViewport();
  });

  test('what is taken off the list leads to the book that takes its place', async ({ page }) => {
    const titles = await addFirst(page, 3);
    await page.goto('/list');
    await removeButtons(page).nth(1).click();
    const next = main(page)
      .getByRole('listitem')
      .filter({ hasText: titles[2] ?? '' });
    await expect(page).toHaveURL(new RegExp(`/list#${await next.getAttribute('id')}$`));
    await removeButtons(page).nth(1).click();
    const only = main(page).getByRole('listitem');
    await expect(page).toHaveURL(new RegExp(`/list#${await only.getAttribute('id')}$`));
    await removeButtons(page).click();
    await expect(main(page)).toContainText('Nothing on your list yet.');
  });

  test('a list is printed without what can only be pressed', async ({ page }) => {
    const titles = await addFirst(page, 2);
    await listLink(page).click();
    const shared = (await sharedLink(page).getAttribute('href')) ?? '';
    await page.emulateMedia({ media: 'print' });
    await expect(books(page)).toHaveText(titles);
    for (const title of titles) await expect(page.getByText(title, { exact: true }).first()).toBeVisible();
    for (const button of await page.locator('button, input').all()) await expect(button).toBeHidden();
    await expect(page.getByRole('navigation')).toBeHidden();
    await page.goto(shared);
    await expect(books(page)).toHaveText(titles);
    for (const button of await page.locator('button, input').all()) await expect(button).toBeHidden();
  });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('books are put on the list where they are met, and taken off again', async ({
      page,
      newVisitor,
    }) => {
      await page.goto('/list');
      await expect(main(page)).toContainText('Nothing on your list yet.');
      await page.goto('/books?q=a&page=2');
      const [first, second] = [
        await add(page, addButtons(page).first()),
        await add(page, addButtons(page).first()),
      ];
      await expect(page).toHaveURL(/\/books\?q=a&page=2(#book-\d+)?$/);
      await main(page).getByRole('link', { name: second, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(second);
      await expect(removeButtons(page)).toBeVisible();
      await listLink(page).click();
      await expect(books(page)).toHaveText([first, second]);

      await removeButtons(page).first().click();
      await expect(books(page)).toHaveText([second]);
      await expect(page).toHaveURL(/\/list(#book-\d+)?$/);
      await page.getByRole('button', { name: 'Empty the list' }).click();
      await expect(main(page)).toContainText('Nothing on your list yet.');
      await expect(page.getByRole('button', { name: 'Empty the list' })).toBeHidden();

      const other = await newVisitor();
      await other.goto('/books?q=a&page=2');
      await expect(removeButtons(other)).toHaveCount(0);
    });

    test('a list is shared by an address that others can read and take over, not change', async ({
      page,
      newVisitor,
    }) => {
      const titles = await addFirst(page, 3);
      await page.goto('/list');
      const address = (await sharedLink(page).textContent()) ?? '';
      expect(address).toMatch(/^http:\/\/localhost:\d+\/list\/\d+-\d+-\d+$/);

      const other = await newVisitor();
      await other.goto(address);
      await expect(other.getByRole('heading', { level: 1 })).toHaveText('A shared reading list');
      await expect(books(other)).toHaveText(titles);
      await expect(removeButtons(other).or(addButtons(other))).toHaveCount(0);
      await pressAndWait(takeOver(other));
      await listLink(other).click();
      await expect(books(other)).toHaveText(titles);

      await removeButtons(other).first().click();
      await expect(books(other)).toHaveText(titles.slice(1));
      await page.goto(address);
      await expect(books(page)).toHaveText(titles);
      await pressAndWait(takeOver(page));
      await page.goto('/list');
      await expect(books(page)).toHaveText(titles);
    });
  });
}

test.describe('A reader who may use the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('copies the address of the list, and is told so', async ({ page }) => {
    await addFirst(page, 2);
    await page.goto('/list');
    await copyAddress(page).click();
    await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await sharedLink(page).textContent(),
    );
    await expectAccessible(page);
  });
});

test('Where a page may not copy, the reader is told so', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await addFirst(page, 1);
  await page.goto('/list');
  await copyAddress(page).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copying did not work' })).toBeVisible();
});

test('A book that is gone leaves no hole in a list', async ({ page }) => {
  await page.goto('/list/1-2147483647-2');
  await expect(books(page)).toHaveCount(2);
  await pressAndWait(takeOver(page));
  await page.goto('/list');
  await expect(books(page)).toHaveCount(2);
  await expect(sharedLink(page)).toHaveAttribute('href', '/list/1-2');
});

test('A full list says so, whatever else is remembered, and takes no more', async ({ page, request }) => {
  const many = Array.from({ length: 150 }, (_, i) => (i < 12 ? i + 1 : 2_147_483_640 - i));
  for (let book = 20; book < 32; book += 1) await page.request.get(`/books/${book}`);
  await page.goto(`/list/${many.join('-')}`);
  await pressAndWait(takeOver(page));
  await page.goto('/list');
  await expect(main(page)).toContainText('The list is full: it holds 150 books.');
  await expect(books(page)).toHaveCount(12);
  await page.goto('/books/40');
  await pressAndWait(addButtons(page));
  await page.goto('/list');
  await expect(books(page)).toHaveCount(12);
  await removeButtons(page).first().click();
  await expect(books(page)).toHaveCount(11);
  await expect(main(page)).not.toContainText('The list is full');
  expect((await request.get('/list')).status()).toBe(200);
});

for (const path of ['/books', '/books?q=the']) {
  test(`On ${path} the button that was pressed keeps the focus, and the pictures stay`, async ({ page }) => {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const third = addButtons(page).nth(2);
    const title = await titleOn(third);
    const covers = await main(page).locator('img').elementHandles();
    await third.focus();
    await page.keyboard.press('Enter');
    await expect(main(page).getByRole('button', { name: `Remove from list: ${title}` })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(main(page).getByRole('button', { name: `Add to list: ${title}` })).toBeFocused();
    for (const cover of covers) expect(await cover.evaluate((element) => element.isConnected)).toBe(true);
  });
}

test('On the list, the next book has the focus once one is taken off', async ({ page }) => {
  const titles = await addFirst(page, 3);
  await page.goto('/list');
  await page.waitForLoadState('networkidle');
  await removeButtons(page).nth(1).focus();
  await page.keyboard.press('Enter');
  await expect(books(page)).toHaveText([titles[0] ?? '', titles[2] ?? '']);
  await expect(removeButtons(page).nth(1)).toBeFocused();
});

test('Where the list is full each Add button says so, in every part of a page', async ({ page }) => {
  const many = Array.from({ length: 150 }, (_, i) => 2_147_483_640 - i);
  await page.goto(`/list/1-${many.slice(1).join('-')}`);
  await takeOver(page).click();
  await expect(page.locator('body > [aria-live=polite]')).toHaveText('150 books on your list');
  await page.goto('/books?q=borges');
  await main(page).getByRole('link', { name: 'Jorge Luis Borges' }).first().click();
  const notes = main(page).getByText('The list is full: it holds 150 books.');
  await expect(notes).toHaveCount(2);
  const ids = await notes.evaluateAll((elements) => elements.map(({ id }) => id));
  expect(new Set(ids).size).toBe(2);
  for (const button of await addButtons(page).all())
    await expect(button).toHaveAccessibleDescription('The list is full: it holds 150 books.');
});
