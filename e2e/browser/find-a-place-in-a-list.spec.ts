import type { Locator, Page } from '@playwright/test';
import { tellLibrary } from '../support/library-records.ts';
import { expect, test } from './fixtures.ts';
import { pressWithKeyboard } from './keyboard.ts';
import {
  choice,
  expectOrder,
  letters,
  main,
  names,
  next,
  orderBooks,
  pager,
  previous,
  titles,
} from './list-page.ts';

type Press = (control: Locator) => Promise<void>;

const withTheMouse: Press = (control) => control.click();

/** Shelves that begin in each letter, digits among them, walked through by order, size, letter and page. */
async function lookThrough(page: Page, press: Press): Promise<void> {
  await page.goto('/books');
  await orderBooks(page, 'Author');
  await expect(page).toHaveURL('/books?sort=author');
  await expectOrder(page, 'Author');
  await expect(letters(page)).toBeHidden();
  await press(choice(page, 'Results per page', '50'));
  await expect(page).toHaveURL('/books?sort=author&size=50');
  await expect(titles(page)).toHaveCount(50);
  await orderBooks(page, 'Title');
  await expect(page).toHaveURL('/books?sort=title&size=50');
  await press(choice(page, 'Results per page', '10'));
  await expect(page).toHaveURL('/books?sort=title&size=10');

  await press(letters(page).getByRole('link', { name: 'M', exact: true }));
  await expect(page).toHaveURL('/books?sort=title&size=10&from=m');
  await expect(page).toHaveTitle('Books from “m” – LocalLibrary');
  await expect(titles(page).first()).toHaveText(/^(The |A |El |La |O )?M/);
  await expect(main(page).getByText(/^\d+ books, M: \d+ books$/)).toBeVisible();
  await expect(pager(page)).toContainText(/… M: \d+ books …/);
  const fromM = await titles(page).allTextContents();
  await press(next(page));
  await expect(page).toHaveURL(/after=/);
  await expect(titles(page)).toHaveCount(10);
  expect((await titles(page).allTextContents()).filter((title) => fromM.includes(title))).toEqual([]);
  await press(previous(page));
  await expect(page).toHaveURL(/before=/);
  await expect(titles(page)).toHaveText(fromM);
  await press(pager(page).getByRole('link', { name: 'Page 1', exact: true }));
  await expect(main(page).getByText(/page 1 of \d+/)).toBeVisible();
  await expect(previous(page)).toBeHidden();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('a reader looks through the books with the mouse', ({ page }) => lookThrough(page, withTheMouse));

    test('a reader looks through the books with the keyboard', ({ page }) => {
      test.setTimeout(90_000);
      return lookThrough(page, pressWithKeyboard);
    });

    test('the keyboard can skip the letters', async ({ page }) => {
      await page.goto('/books');
      await pressWithKeyboard(page.getByRole('link', { name: 'Skip the letters' }));
      await page.keyboard.press('Tab');
      await expect(titles(page).first().getByRole('link')).toBeFocused();
    });

    test('authors, genres and languages are ordered by name or by books', async ({ page }) => {
      for (const list of ['authors', 'genres', 'languages']) {
        await page.goto(`/${list}?sort=name`);
        const byName = await names(page).allTextContents();
        await choice(page, 'Order', 'Number of books').click();
        await expect(page).toHaveURL(`/${list}?sort=books`);
        await expect(names(page)).not.toHaveText(byName);
        const counts = (await names(page).locator('> :last-child').allTextContents()).map((text) =>
          Number.parseInt(text, 10),
        );
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
        await page.goto(`/${list}`);
        await expect(choice(page, 'Order', 'Number of books')).toHaveAttribute('aria-current', 'true');
        await page.goto(`/${list}?sort=name`);
        await expect(names(page)).toHaveText(byName);
      }
    });
  });
}

test('Everybody who opens a shared address sees the same books', async ({ page, newVisitor }) => {
  await page.goto('/books');
  await orderBooks(page, 'Year, newest first');
  await expect(page).toHaveURL('/books?sort=year');
  await choice(page, 'Results per page', '50').click();
  await expect(page).toHaveURL('/books?sort=year&size=50');
  await next(page).click();
  await expect(main(page).getByText('page 2 of')).toBeVisible();
  const shown = await titles(page).allTextContents();
  const other = await newVisitor();
  await other.goto('/books');
  await orderBooks(other, 'Latest arrivals');
  await expect(other).toHaveURL('/books?sort=newest');
  await other.goto(page.url());
  await expect(titles(other)).toHaveText(shown);
  await other.goto('/books');
  await expectOrder(other, 'Latest arrivals');
});

test('A book that comes while a reader turns the page is neither repeated there nor in the way', async ({
  page,
  library,
}) => {
  await page.goto('/books?sort=title&size=10');
  const first = await titles(page).allTextContents();
  await next(page).click();
  await expect(page).toHaveURL(/after=/);
  const second = await titles(page).allTextContents();
  await previous(page).click();
  await expect(titles(page)).toHaveText(first);

  const early = `('0 A book before all others', '0', '[]', ${Date.parse('2001-01-01')})`;
  await tellLibrary(
    library,
    process.env.E2E_DATABASE_URL
      ? `insert into books (title, sort_key, other_titles, added_at) values ('0 A book before all others', '0', '[]', '2001-01-01')`
      : `insert into books (title, sort_key, other_titles, added_at) values ${early}`,
  );
  try {
    await next(page).click();
    await expect(page).toHaveURL(/after=/);
    await expect(titles(page)).toHaveText(second);
    await page.goto('/books?sort=title&size=10');
    await expect(titles(page)).toHaveText(['0 A book before all others', ...first.slice(0, 9)]);
    // Its cover is asked for while there is such a book.
    await page.waitForLoadState('networkidle');
  } finally {
    await tellLibrary(library, `delete from books where sort_key = '0'`);
  }
});

for (const [query, says] of [
  ['sort=title&size=10&page=-1', 'page 1 of'],
  ['sort=%00&size=10000&page=0', 'page 1 of'],
  ['page=2&after=garbage', 'page 2 of'],
  ['page=2&before=WyJ5ZWFyIiwxXQ', 'page 2 of'],
  ['sort[]=title&size[]=10&from[]=m&after[]=x', 'page 1 of'],
  ['page=1000000000', 'There is no page 1,000,000,000; this is the last one.'],
  ['from=%F4%8F%BF%BD', 'this is the last page.'],
  ['sort=newest&from=', 'page 1 of'],
  [`after=${'A'.repeat(8000)}`, 'page 1 of'],
] as const) {
  test(`What “${query.slice(0, 40)}” asks for is answered`, async ({ page }) => {
    for (const list of ['books', 'authors', 'languages/en']) {
      const answer = await page.goto(`/${list}?${query}`);
      expect(answer?.status()).toBe(200);
      await expect(main(page)).toContainText(says);
      await expect(pager(page).getByRole('link').first()).toBeVisible();
    }
  });
}

test('Letters of other scripts wait behind a name, and say whose they are', async ({ page }) => {
  await page.goto('/books?sort=title');
  const cyrillic = letters(page).getByRole('link', { name: 'Cyrillic В', exact: true });
  await expect(letters(page).getByRole('link', { name: 'B', exact: true })).toBeVisible();
  await expect(cyrillic).toBeHidden();
  await letters(page).getByText('Other scripts').click();
  await cyrillic.click();
  await expect(page).toHaveURL(/from=%D0%B2$/);
  await expect(cyrillic).toHaveAttribute('aria-current', 'true');
  await expect(titles(page).first()).toHaveText(/^В/);
  await page.goto('/languages/ru?sort=title&size=10');
  await expect(letters(page).getByRole('link', { name: 'Cyrillic В', exact: true })).toBeVisible();
});

test('All genres and languages are on one page', async ({ page }) => {
  for (const kind of ['genres', 'languages']) {
    await page.goto(`/${kind}`);
    const said = await main(page)
      .getByText(/^\d+ (genres|languages)$/)
      .textContent();
    await expect(names(page)).toHaveCount(Number.parseInt(said ?? '', 10));
    await expect(pager(page)).toBeHidden();
    await expect(page.getByRole('group', { name: 'Results per page' })).toBeHidden();
  }
});
