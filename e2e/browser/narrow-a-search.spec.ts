import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';
import { pressWithKeyboard, tabTo } from './keyboard.ts';
import { expectOrder, main, order, orderBooks, pager } from './list-page.ts';

const found = (page: Page) => main(page).getByRole('listitem').getByRole('heading');
const headline = (page: Page) => page.getByRole('heading', { level: 1 });
const filters = (page: Page) => page.getByRole('form', { name: 'Filters' });
const apply = (page: Page) => filters(page).getByRole('button', { name: 'Apply the filters' });
const neighbours = (page: Page) => page.getByRole('navigation', { name: 'The results you came from' });

/** How a person comes to something and uses it. */
type Use = { press: (control: Locator) => Promise<void>; tick: (box: Locator) => Promise<void> };

const mouse: Use = { press: (control) => control.click(), tick: (box) => box.click() };

const keyboard: Use = {
  press: pressWithKeyboard,
  tick: async (box) => {
    await tabTo(box);
    await box.page().keyboard.press('Space');
  },
};

/** Without scripts what is ticked waits for a button. */
async function applied(page: Page, press: Use['press'] = mouse.press): Promise<void> {
  if (await apply(page).last().isVisible()) await press(apply(page).last());
}

/** Search, filter, sort, page, open, go on, go back. */
async function narrow(page: Page, { press, tick }: Use): Promise<void> {
  await page.goto('/');
  const box = page.getByLabel('Search the catalog');
  await tabTo(box);
  await page.keyboard.type('the');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/books?q=the');
  const all = (await headline(page).textContent()) ?? '';

  await tick(filters(page).getByRole('checkbox', { name: /^English/ }));
  await tick(filters(page).getByRole('checkbox', { name: /^Portuguese/ }));
  await applied(page, press);
  await expect(page).toHaveURL('/books?q=the&size=20&language=en&language=pt');
  await expect(filters(page).getByRole('checkbox', { name: /^English/ })).toBeChecked();
  await press(page.getByRole('link', { name: 'Remove the filter Portuguese' }));
  await expect(page).toHaveURL('/books?q=the&language=en&size=20');
  await expect(filters(page).getByRole('checkbox', { name: /^Portuguese/ })).not.toBeChecked();
  const english = (await headline(page).textContent()) ?? '';
  expect(Number.parseInt(english, 10)).toBeLessThan(Number.parseInt(all, 10));

  await orderBooks(page, 'Title');
  await expect(page).toHaveURL(/\/books\?q=the&language=en&(sort=title&size=20|size=20&sort=title)$/);
  await expectOrder(page, 'Title');
  await press(pager(page).getByRole('link', { name: 'Next' }));
  await expect(page).toHaveURL('/books?q=the&language=en&sort=title&size=20&page=2');
  await expect(pager(page).locator('[aria-current]')).toHaveText('2');
  await expect(headline(page)).toHaveText(english);
  const titles = await found(page).allTextContents();
  await openAndGoOn(page, titles, press);
  await expect(page).toHaveURL(/\/books\?q=the&language=en&sort=title&size=20&page=2/);
  await expect(found(page)).toHaveText(titles);
}

async function openAndGoOn(page: Page, titles: string[], press: Use['press']): Promise<void> {
  const heading = (title: string) => expect(headline(page)).toHaveText(title);
  const [first = '', second = ''] = titles;
  await press(found(page).getByRole('link', { name: first, exact: true }));
  await heading(first);
  await expect(neighbours(page)).toContainText(/21 of \d+ in “the”/);
  await press(neighbours(page).getByRole('link', { name: `Next: ${second}` }));
  await heading(second);
  await expect(neighbours(page)).toContainText(/22 of \d+ in “the”/);
  await press(neighbours(page).getByRole('link', { name: `Previous: ${first}` }));
  await heading(first);
  await press(neighbours(page).getByRole('link', { name: 'Back to the results' }));
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });
    test.slow();

    test('a reader narrows a search with the mouse', ({ page }) => narrow(page, mouse));

    test('a reader narrows a search with the keyboard', ({ page }) => narrow(page, keyboard));

    test('a page size is kept for the next search, and the address wins', async ({ page }) => {
      await page.goto('/books?q=the&size=20&page=2');
      await main(page).getByRole('button', { name: '10', exact: true }).click();
      await expect(page).toHaveURL(/\/books\?q=the(&.*)?$/);
      await expect(found(page)).toHaveCount(10);
      await page.goto('/books?q=a');
      await expect(found(page)).toHaveCount(10);
      await page.goto('/books?q=a&size=20');
      await expect(found(page)).toHaveCount(20);
    });

    test('more values of a filter come when asked for, and what is ticked stays', async ({ page }) => {
      await page.goto('/books?q=the');
      const authors = filters(page).getByRole('group', { name: 'Author' });
      await expect(authors.getByRole('checkbox')).toHaveCount(8);
      await filters(page)
        .getByRole('checkbox', { name: /^English/ })
        .click();
      await authors.getByRole('button', { name: /^\d+ more: Author$/ }).click();
      await expect(page).toHaveURL(/language=en&more=author(#filter-author)?$/);
      await expect(filters(page).getByRole('checkbox', { name: /^English/ })).toBeChecked();
      await expect(authors.getByRole('button')).toHaveCount(0);
      expect(await authors.getByRole('checkbox').count()).toBeGreaterThan(8);
      await expect(authors).toBeInViewport();
      await authors.getByRole('checkbox').last().click();
      await applied(page);
      await expect(page).toHaveURL(/author=\d+/);
      await expect(authors.getByRole('checkbox', { checked: true })).toHaveCount(1);
      expect(await authors.getByRole('checkbox').count()).toBeGreaterThan(8);
    });

    test('the Enter key on a filter applies it', async ({ page }) => {
      await page.goto('/books?q=the');
      await filters(page)
        .getByRole('checkbox', { name: /^English/ })
        .click();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL('/books?q=the&size=20&language=en');
    });

    test('all filters go at once', async ({ page }) => {
      await page.goto('/books?q=the&language=en&genre=1&available=shelf');
      await page.getByRole('link', { name: 'Remove all filters' }).click();
      await expect(page).toHaveURL('/books?q=the&size=20');
      await expect(page.getByRole('navigation', { name: 'Active filters' })).toBeHidden();
    });

    test('on a phone the filters wait behind their name', async ({ page }) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto('/books?q=the');
      await expect(filters(page)).toBeHidden();
      await main(page).getByText('Filters', { exact: true }).click();
      await expect(filters(page)).toBeVisible();
      await filters(page)
        .getByRole('button', { name: /more: Author$/ })
        .click();
      await expect(page).toHaveURL(/more=author/);
      await expect(filters(page).getByRole('group', { name: 'Author' })).toBeInViewport();
    });
  });
}

test.describe('Without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('what applies the filters stands before the first and after the last of them', async ({ page }) => {
    await page.goto('/books?q=the');
    const boxes = filters(page).getByRole('checkbox');
    await tabTo(filters(page).getByRole('button').first());
    await expect(apply(page).first()).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(boxes.first()).toBeFocused();
    await apply(page).last().focus();
    await page.keyboard.press('Shift+Tab');
    await expect(filters(page).getByRole('group').last().locator(':focus')).toHaveCount(1);
    await boxes.first().check();
    await tabTo(apply(page).last());
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/books\?q=the&size=20&\w+=\w+$/);
  });

  test('on a phone a button applies them before the first', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/books?q=the');
    await main(page).getByText('Filters', { exact: true }).click();
    await expect(apply(page).first()).toBeInViewport({ ratio: 1 });
  });
});

test('The orders of results have the names that lists give them', async ({ page }) => {
  await page.goto('/books');
  const names = await order(page).getByRole('option').allTextContents();
  await page.goto('/books?q=the');
  await expect(order(page).getByRole('option')).toHaveText(['Best match', ...names]);
  await page.goto('/preferences');
  const kept = page.getByRole('group', { name: 'Order:', exact: true });
  await expect(kept.getByRole('button')).toHaveText(names);
});

test('The numbers beside the filters are what they leave', async ({ page }) => {
  await page.goto('/books?q=the');
  const spanish = filters(page).getByRole('group', { name: 'Language' }).getByRole('checkbox').nth(1);
  const label = (await spanish.locator('..').textContent()) ?? '';
  await spanish.click();
  await expect(headline(page)).toHaveText(new RegExp(`^${/\d+$/.exec(label.trim())?.[0]} books? for`));
});

for (const path of [
  '/books?q=the&language=en&genre=1&available=shelf',
  '/books?language=es&sort=year',
  '/books?q=zzyzx+soledad&language=es',
  '/books?q=garca+marquez&genre=999',
  '/books/1?in=q%3Dthe',
]) {
  test(`Everybody can read ${path}`, async ({ page }) => {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await expectAccessible(page);
      for (const disclosure of await main(page).locator('summary:visible').all()) await disclosure.click();
      await expectAccessible(page);
    }
  });
}
