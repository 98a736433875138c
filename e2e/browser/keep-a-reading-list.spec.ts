import { forget, newDataDir } from '../support/library-data.ts';
import { startLibrary } from '../support/library-server.ts';
import { expect, test } from './fixtures.ts';
import {
  add,
  addButtons,
  addFirst,
  books,
  listLink,
  main,
  removeButtons,
  sharedLink,
  titleOn,
} from './reading-list.ts';

const phone = { width: 360, height: 740 };

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
  });
}

for (const path of ['/books', '/books?q=the']) {
  test(`On ${path} the button that was pressed keeps the focus, and the pictures stay`, async ({ page }) => {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const third = addButtons(page).nth(2);
    const title = await titleOn(third);
    const covers = await main(page).locator('img').elementHandles();
    await third.focus();
    await page.keyboard.press('Enter');
    await expect(main(page).getByRole('button', { name: `On my list, remove: ${title}` })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(main(page).getByRole('button', { name: `Add to my list: ${title}` })).toBeFocused();
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
