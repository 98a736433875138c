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
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Books matching “GARCIA soledad”');
      await expect(page).toHaveTitle('Books matching “GARCIA soledad” – LocalLibrary');
      await expect(found(page)).toHaveText(['Cien años de soledad']);
      await expect(box(page)).toHaveValue('GARCIA soledad');
    });

    test('what was meant is shown instead, and said', async ({ page }) => {
      await page.goto('/books?q=garca+marquez');
      await expect(page.getByRole('main')).toContainText(
        'No book has all of “garca marquez”. Showing results for “garcia marquez”.',
      );
      await expect(found(page)).toHaveText(['Cien años de soledad']);
    });

    test('a word too many is taken away where that helps', async ({ page }) => {
      await page.goto('/books?q=zzyzx+soledad&language=es');
      await expect(page.getByRole('status')).toHaveText('No books');
      await page.getByRole('link', { name: 'Without “zzyzx”: 2 books' }).click();
      await expect(found(page)).toHaveCount(2);
      await expect(box(page)).toHaveValue('soledad');
      await expect(page.getByRole('link', { name: 'Remove the filter Spanish' })).toBeVisible();
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
      await expect(page.getByText('No book matches “zzyzx”.')).toBeVisible();
      await expect(found(page)).toHaveCount(0);
      await page.getByRole('link', { name: 'Show all books' }).click();
      await expect(page).toHaveURL('/books');
      await expect(found(page)).toHaveCount(10);
    });
  });
}

const hints = (page: Page) => page.locator('.hints').getByRole('listitem');

test('Who finds nothing is told what can be tried', async ({ page }) => {
  await page.goto('/books?q=zzyzx');
  await expect(hints(page)).toHaveText([
    'Check the spelling.',
    'Of an author, type only the family name.',
    'Ask at the desk: somebody there may know.',
  ]);
  await page.goto('/books?q=zzyzx+quux');
  await expect(hints(page)).toHaveText([/spelling/, /^Use fewer words/, /family name/, /desk/]);
  await page.goto('/books?q=978-0-14-143951-8');
  await expect(hints(page)).toHaveText([/desk/]);
  await page.goto('/books?q=emma');
  await expect(hints(page)).toHaveCount(0);
});

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
  await expect(page).toHaveURL('/books?q=a&size=10&page=2');
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
  ['an operator', 'q=AND+('],
  ['a star', 'q=*'],
  ['a quotation that does not end', 'q="emma'],
  ['a field', 'q=title:emma+OR+facets:v_1'],
  ['an emoji', 'q=%F0%9F%98%80'],
  ['a statement', "q=';drop+table+books;--"],
  ['two hundred filters', Array.from({ length: 200 }, (_, i) => `genre=${i}&author=${i}`).join('&')],
  ['filters of other kinds', 'genre=x&author=1.5&decade=soon&language=%00&format=scroll&available=2'],
  ['filters that do not exist', 'q=the&genre=999999&author=999999&language=tlh'],
  ['filters without words', 'language=es'],
  ['a filter that is a list of lists', 'genre[]=1&genre[0]=2&genre=3&genre=3'],
  ['numbers beyond all numbers', 'genre=99999999999999999999&decade=99999999990&q=a'],
  ['an order that is none', 'q=a&sort=id;drop&sort=title'],
  ['a page before the first', 'q=a&page=-1'],
  ['a page far past the last', 'q=a&page=1000000000'],
  ['ten thousand a page', 'q=a&size=10000'],
];
for (const [what, query] of hostile) {
  test(`Searching for ${what} is answered`, async ({ request }) => {
    const answer = await request.get(`/books?${query}`);
    expect(answer.status()).toBe(200);
    expect((await answer.text()).endsWith('</html>')).toBe(true);
  });
}

for (const [what, query] of hostile) {
  test(`Suggesting something for ${what} does no harm`, async ({ request }) => {
    const answer = await request.get(`/books/suggestions?${query}`);
    expect(answer.status()).toBe(200);
    expect((await answer.json()).slice(1).every(Array.isArray)).toBe(true);
  });

  test(`A book said to come from ${what} is shown`, async ({ request }) => {
    for (const from of [`in=${query}`, String(new URLSearchParams({ in: query }))])
      expect((await request.get(`/books/1?${from}`)).status()).toBe(200);
  });
}

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
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Books matching “${script}”`);
  await expect(page).toHaveTitle(`Books matching “${script}” – LocalLibrary`);
});
