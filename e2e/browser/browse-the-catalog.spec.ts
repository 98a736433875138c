import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { pressWithKeyboard } from './keyboard.ts';

const main = (page: Page) => page.getByRole('main');
/** Not the letters to jump to. */
const rows = (page: Page) => main(page).locator('ul:not(nav ul) > li');
const pager = (page: Page) => page.getByRole('navigation', { name: 'Pages' });
const brand = (page: Page) => page.getByRole('link', { name: 'LocalLibrary' });

const allBooks = (page: Page) => page.getByRole('link', { name: 'All books' });
const theBook = (page: Page) => page.getByRole('link', { name: 'Cien años de soledad' });
const itsAuthor = (page: Page) => main(page).getByRole('link', { name: 'Gabriel García Márquez' });
const itsGenre = (page: Page) => main(page).getByRole('link', { name: 'Magic realism' });

/** How a person follows a link. */
type Follow = (link: Locator) => Promise<void>;

const withTheMouse: Follow = (link) => link.click();

const expectHeading = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();

/** From the home page to a book, its author, its genre, and home again. */
async function lookAround(page: Page, follow: Follow): Promise<void> {
  await page.goto('/');
  await follow(allBooks(page));
  await expectHeading(page, 'Books');
  await expect(page).toHaveTitle('Books – LocalLibrary');
  await findTheBook(page, follow);
  await follow(theBook(page));
  await expectHeading(page, 'Cien años de soledad');
  await follow(itsAuthor(page));
  await expectHeading(page, 'Gabriel García Márquez');
  await expect(page).toHaveTitle('Gabriel García Márquez – LocalLibrary');
  await follow(theBook(page));
  await expectHeading(page, 'Cien años de soledad');
  await follow(itsGenre(page));
  await expectHeading(page, 'Magic realism');
  await expect(page).toHaveTitle('Magic realism – LocalLibrary');
  await follow(brand(page));
  await expect(page.getByText('You have visited this page 2 times.')).toBeVisible();
}

async function findTheBook(page: Page, follow: Follow): Promise<void> {
  while (!(await theBook(page).isVisible())) {
    const here = page.url();
    await follow(pager(page).getByRole('link', { name: 'Next' }));
    await expect(page).not.toHaveURL(here);
    await expect(pager(page).locator('[aria-current=page]')).toHaveText(
      new URL(page.url()).searchParams.get('page') ?? '',
    );
  }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('a reader looks around with the mouse', ({ page }) => lookAround(page, withTheMouse));

    test('a reader looks around with the keyboard', ({ page }) => {
      test.slow();
      return lookAround(page, pressWithKeyboard);
    });

    test('the first key press offers to skip what every page begins with', async ({ page }) => {
      await page.goto('/authors');
      await page.keyboard.press('Tab');
      const skip = page.getByRole('link', { name: 'Skip to the content' });
      await expect(skip).toBeFocused();
      await expect(skip).toBeInViewport({ ratio: 1 });
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await expect(main(page).locator('a, button').first()).toBeFocused();
    });

    test('twenty books a page, and the address says which page', async ({ page }) => {
      await page.goto('/books');
      await expect(rows(page)).toHaveCount(20);
      await expect(pager(page).getByRole('link', { name: 'Previous' })).toBeHidden();
      const first = await rows(page).getByRole('heading').allTextContents();

      await pager(page).getByRole('link', { name: 'Next' }).click();
      await expect(page).toHaveURL(/^[^?]+\/books\?.*\bpage=2\b/);
      await expect(rows(page)).toHaveCount(20);
      const second = await rows(page).getByRole('heading').allTextContents();
      expect(first.filter((title) => second.includes(title))).toEqual([]);

      await pager(page).getByRole('link', { name: 'Previous' }).click();
      await expect(rows(page).getByRole('heading')).toHaveText(first);
      await pager(page)
        .getByRole('link', { name: /^Page \d+$/ })
        .last()
        .click();
      await expect(pager(page).getByRole('link', { name: 'Next' })).toBeHidden();
      await expect(pager(page).getByRole('link', { name: 'Previous' })).toBeVisible();
    });
  });
}

test('Back and forward lead where they led before', async ({ page }) => {
  await page.goto('/books');
  await pager(page).getByRole('link', { name: 'Page 3' }).click();
  await expect(page).toHaveURL('/books?sort=title&size=20&page=3');
  const title = (await rows(page).getByRole('heading').first().textContent()) ?? '';
  await rows(page).getByRole('link', { name: title, exact: true }).click();
  await expectHeading(page, title);
  await page.goBack();
  await expect(page).toHaveURL('/books?sort=title&size=20&page=3');
  await expect(rows(page).getByRole('heading').first()).toHaveText(title);
  await page.goForward();
  await expectHeading(page, title);
});

for (const list of ['books', 'authors', 'languages/en']) {
  test(`Past the last page of ${list} a reader is told so and sees the last one`, async ({ page }) => {
    await page.goto(`/${list}?page=999999`);
    await expect(page.getByRole('status')).toHaveText('There is no page 999,999; this is the last one.');
    await expect(pager(page).getByRole('link', { name: 'Next' })).toBeHidden();
    const last = pager(page)
      .getByRole('link', { name: /^Page \d+$/ })
      .last();
    await expect(last).toHaveAttribute('aria-current', 'page');
    await expect(rows(page)).not.toHaveCount(0);
    const shown = await rows(page).allTextContents();
    await last.click();
    await expect(page.getByRole('status')).toBeHidden();
    await expect(rows(page)).toHaveText(shown);
  });
}

for (const number of ['-1', '0', 'abc', '1.5', '1e3', '', '٣', '%00', '2&page=3']) {
  test(`A page “${number}” is the first one`, async ({ page }) => {
    await page.goto(`/books?page=${number}`);
    await expect(pager(page).locator('[aria-current=page]')).toHaveText('1');
    await expect(page.getByRole('status')).toBeHidden();
  });
}

test('Every book stands on one page of the list, and the list says how many there are', async ({
  page,
  request,
}) => {
  await page.goto('/books');
  const pages = await pager(page)
    .getByRole('link', { name: /^Page \d+$/ })
    .last()
    .textContent();
  const addresses: string[] = [];
  for (let number = 1; number <= Number(pages); number += 1) {
    const html = await (await request.get(`/books?page=${number}`)).text();
    addresses.push(...[...html.matchAll(/<h2[^>]*><a href="([^"]+)"/g)].map(([, address = '']) => address));
  }
  expect(new Set(addresses).size).toBe(addresses.length);
  await expect(main(page).getByText(`${addresses.length} books`, { exact: true })).toBeVisible();
});
