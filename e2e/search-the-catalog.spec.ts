import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const box = (page: Page) => page.getByRole('searchbox', { name: 'Search the catalog' });
const found = (page: Page) => page.getByRole('main').getByRole('listitem').getByRole('heading');

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('a reader looks for a word and finds the book', async ({ page }) => {
      await page.goto('/');
      await box(page).fill('GARCIA soledad');
      await box(page).press('Enter');
      await expect(page).toHaveURL('/books?q=GARCIA+soledad');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Books matching “GARCIA soledad”');
      await expect(page).toHaveTitle('Books matching “GARCIA soledad” – LocalLibrary');
      await expect(found(page)).toHaveText(['Cien años de soledad']);
    });

    test('what is not there is said, with a way on', async ({ page }) => {
      await page.goto('/genres');
      await box(page).fill('zzyzx');
      await page.getByRole('button', { name: 'Search' }).click();
      await expect(page.getByText('No book matches “zzyzx”.')).toBeVisible();
      await expect(found(page)).toHaveCount(0);
      await page.getByRole('link', { name: 'Show all books' }).click();
      await expect(page).toHaveURL('/books');
      await expect(found(page)).toHaveCount(10);
    });
  });
}

const finds: [words: string, title: string][] = [
  ['soledad', 'Cien años de soledad'],
  ['anos', 'Cien años de soledad'],
  ['AÑOS', 'Cien años de soledad'],
  ['garcia marquez', 'Cien años de soledad'],
  ['Gabriel GARCÍA', 'Cien años de soledad'],
  ['de gabriel cien', 'Cien años de soledad'],
  ['"cien años"', 'Cien años de soledad'],
  ['the hobbit', 'The Hobbit'],
  ['tolk', 'The Hobbit'],
  ['мертвые', 'Мёртвые души'],
  ['ДУШИ', 'Мёртвые души'],
];
for (const [words, title] of finds) {
  test(`Who looks for ${words} finds ${title}`, async ({ request }) => {
    const answer = await request.get('/books', { params: { q: words } });
    expect(answer.status()).toBe(200);
    const titles = [...(await answer.text()).matchAll(/<h2[^>]*><a[^>]*>(.*?)<\/a>/g)].map(
      ([, text]) => text,
    );
    expect(titles).toContain(title);
  });
}

test('The pages of what was found keep the words', async ({ page }) => {
  await page.goto('/books?q=a');
  const next = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' });
  await next.click();
  await expect(page).toHaveURL('/books?q=a&page=2');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Books matching “a”');
  await expect(found(page)).toHaveCount(10);
});

test('Signs are no pattern: nothing matches them', async ({ request }) => {
  for (const signs of ['%', '_', '\\', '*', '...', '😀', '%%%_']) {
    const html = await (await request.get('/books', { params: { q: signs } })).text();
    expect(/No book matches “.*?”\./.exec(html)?.[0], signs).toBe(`No book matches “${signs}”.`);
    expect(html.match(/<h2/g), signs).toBeNull();
  }
});

const hostile: [what: string, query: string][] = [
  ['a NUL', 'q=%00'],
  ['a NUL in a word', 'q=sol%00edad'],
  ['a broken escape', 'q=%E0%A4%A'],
  ['a lone percent sign', 'q=%'],
  ['half a surrogate pair', 'q=%ED%A0%80'],
  ['10,000 letters', `q=${'a'.repeat(10_000)}`],
  ['1,000 words', `q=${'ab+'.repeat(1000)}`],
  ['every word twice', 'q=one&q=two'],
  ['only spaces', 'q=+++'],
  ['nothing', 'q='],
  ['a structure', 'q[a]=b&q[]=c&__proto__=d'],
];
for (const [what, query] of hostile) {
  test(`Searching for ${what} is answered`, async ({ request }) => {
    const answer = await request.get(`/books?${query}`);
    expect(answer.status()).toBe(200);
    expect((await answer.text()).endsWith('</html>')).toBe(true);
  });
}

test('What a reader searches for is text, whatever it looks like', async ({ page }) => {
  const script = '<img src=x onerror=alert(1)></title><script>alert(2)</script>';
  await page.goto(`/books?${new URLSearchParams({ q: script })}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Books matching “${script}”`);
  await expect(page).toHaveTitle(`Books matching “${script}” – LocalLibrary`);
});
