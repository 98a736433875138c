import { expect, expectAccessible, test } from './fixtures.ts';
import {
  addButtons,
  addFirst,
  books,
  copyAddress,
  listLink,
  pressAndWait,
  removeButtons,
  sharedLink,
  takeOver,
} from './reading-list.ts';

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

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
