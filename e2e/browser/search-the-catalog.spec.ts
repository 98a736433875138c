import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const box = (page: Page) => page.getByLabel('Search the catalog');
const found = (page: Page) => page.getByRole('main').getByRole('listitem').getByRole('heading');

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('a reader looks for a word and finds the book', async ({ page }) => {
      await page.goto('/');
      await box(page).fill('GARCIA soledad');
      await box(page).press('Enter');
      await expect(page).toHaveURL('/books?q=GARCIA+soledad');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('1 book for “GARCIA soledad”');
      await expect(page).toHaveTitle('Books matching “GARCIA soledad” – LocalLibrary');
      await expect(found(page)).toHaveText(['Cien años de soledad']);
      await expect(box(page)).toHaveValue('GARCIA soledad');
    });

    test('what was meant is shown instead, and said', async ({ page }) => {
      await page.goto('/books?q=garca+marquez');
      await expect(page.getByRole('main')).toContainText(
        'Instead of “garca marquez”: no book has all of these words.',
      );
      await expect(found(page)).toHaveText(['Cien años de soledad']);
    });

    test('a word too many hides nothing, and is said', async ({ page }) => {
      await page.goto('/books?q=zzyzx+soledad&language=es');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('2 books for “zzyzx soledad”');
      await expect(page.getByRole('main')).toContainText('The first has no “zzyzx”.');
      await expect(found(page)).toHaveCount(2);
      await expect(page.getByRole('main').getByText('Without “zzyzx”')).toHaveCount(2);
      await expect(box(page)).toHaveValue('zzyzx soledad');
      await expect(page.getByRole('link', { name: 'Remove the filter Spanish' })).toBeVisible();
    });

    test('a row says why it is there, where nothing else of it does', async ({ page }) => {
      await page.goto('/books?q=dragon');
      await expect(found(page)).toHaveText(['The Hobbit']);
      await expect(page.getByRole('main').locator('mark')).toHaveText('dragon');
      await page.goto('/books?q=sarmiento');
      await expect(page.getByRole('main')).toContainText('also known as Félix Rubén García Sarmiento');
    });

    test('whose name was typed is a link to all of their books', async ({ page }) => {
      await page.goto('/books?q=borges');
      const authors = page.getByRole('list', { name: 'Authors of this name' });
      await expect(authors).toHaveText('Author: Jorge Luis Borges, 1899–1986, 2 books');
      await authors.getByRole('link').click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Jorge Luis Borges');
    });

    test('a name that is far from what was typed is offered', async ({ page }) => {
      await page.goto('/books?q=murakami');
      await expect(page.getByRole('main')).toContainText('No book has “murakami”. Did you mean murasaki?');
      await expect(found(page)).toHaveText(['源氏物語']);
    });

    test('a mistyped ISBN is told from one that is not here', async ({ page }) => {
      await page.goto('/books?q=978-1-4165-0964-7');
      await expect(page.getByText('This looks like an ISBN, but')).toBeVisible();
      await page.goto('/books?q=978-0-14-143951-8');
      await expect(page.getByText('The library has no book with this ISBN.')).toBeVisible();
    });

    test('what is not there is said, with a way on', async ({ page }) => {
      await page.goto('/genres');
      await box(page).fill('zzyzx');
      await page.getByRole('button', { name: 'Search' }).click();
      await expect(page.getByRole('heading', { name: 'No books for “zzyzx”' })).toBeVisible();
      await expect(found(page)).toHaveCount(0);
      await page.getByRole('link', { name: 'Show all books' }).click();
      await expect(page).toHaveURL('/books');
      await expect(found(page)).toHaveCount(20);
    });
  });
}

const hints = (page: Page) => page.locator('.hints').getByRole('listitem');

test('Who finds nothing is told what can be tried', async ({ page }) => {
  await page.goto('/books?q=zzyzx');
  await expect(hints(page)).toHaveText([
    'Check the spelling.',
    'For an author, try just the family name.',
    'Ask at the desk: somebody there may know.',
  ]);
  await page.goto('/books?q=zzyzx+quux');
  await expect(hints(page)).toHaveText([/spelling/, /^Use fewer words/, /family name/, /desk/]);
  await page.goto('/books?q=978-0-14-143951-8');
  await expect(hints(page)).toHaveText([/desk/]);
  await page.goto('/books?q=emma');
  await expect(hints(page)).toHaveCount(0);
});

test('The pages of what was found keep the words', async ({ page }) => {
  await page.goto('/books?q=a');
  const next = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' });
  await next.click();
  await expect(page).toHaveURL('/books?q=a&size=20&page=2');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d+ books for “a”$/);
  await expect(found(page)).not.toHaveCount(0);
});

const told: [query: string, sentence: string][] = [
  ['q=the&genre=999999&format=scroll', '2 filters of the address were left out'],
  ['genre=abc', 'One filter of the address was left out'],
  [`q=${'a'.repeat(10_000)}`, 'This is a long search: only its beginning was looked for.'],
  ['q=a&page=1000000000', 'There is no page 1,000,000,000; this is the last one.'],
];
for (const [query, sentence] of told) {
  test(`What is understood of ${query.slice(0, 40)} is said`, async ({ page }) => {
    await page.goto(`/books?${query}`);
    await expect(page.getByRole('main')).toContainText(sentence);
  });
}

test('What a reader searches for is text, whatever it looks like', async ({ page }) => {
  const script = '<img src=x onerror=alert(1)></title><script>alert(2)</script>';
  await page.goto(`/books?${new URLSearchParams({ q: script })}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`for “${script}”`);
  await expect(page).toHaveTitle(`Books matching “${script}” – LocalLibrary`);
});
