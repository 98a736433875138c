import { expect, test } from './fixtures.ts';
import { tellLibrary } from './library-records.ts';

const tutorial: [asked: string, answer: string | RegExp][] = [
  ['/catalog', '/'],
  ['/catalog/', '/'],
  ['/catalog/books', '/books'],
  ['/catalog/books/?page=2', '/books?page=2'],
  ['/catalog/book/1', /^\/books\/1-[a-z-]+$/],
  ['/catalog/book/1/', /^\/books\/1-[a-z-]+$/],
  ['/catalog/authors/', '/authors'],
  ['/catalog/author/1', /^\/authors\/1-[a-z-]+$/],
  ['/catalog/genres', '/genres'],
  ['/catalog/genre/1/', /^\/genres\/1-[a-z-]+$/],
  ['/catalog/languages/', '/languages'],
  ['/catalog/language/1', '/languages'],
  ['/catalog/language/pt', '/languages/pt'],
  ['/catalog/bookinstances', '/books'],
  ['/catalog/mybooks/', '/'],
  ['/catalog/borrowed/', '/'],
];
for (const [asked, answer] of tutorial) {
  test(`The tutorial’s ${asked} is here in one step, for good`, async ({ request }) => {
    const moved = await request.get(asked, { maxRedirects: 0 });
    expect(moved.status()).toBe(308);
    expect(moved.headers().location).toEqual(
      typeof answer === 'string' ? answer : expect.stringMatching(answer),
    );
  });
}

for (const path of [
  'xyz',
  'book/999999',
  'book/abc',
  'bookinstance/abc',
  'book/1/renew',
  'book',
  'language/xx',
]) {
  test(`Nothing ever was at /catalog/${path}`, async ({ request }) => {
    expect((await request.get(`/catalog/${path}`, { maxRedirects: 0 })).status()).toBe(404);
  });
}

test('A link of the tutorial opens the book', async ({ page }) => {
  await page.goto('/books?q=earthsea');
  const address = await page.getByRole('link', { name: 'A Wizard of Earthsea' }).getAttribute('href');
  const id = /\d+/.exec(address ?? '')?.[0];
  await page.goto(`/catalog/book/${id}/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A Wizard of Earthsea');
  await expect(page).toHaveURL(address?.split('?')[0] ?? '');
});

test('A copy of the tutorial has its page here', async ({ page, request }) => {
  await page.goto('/books/1');
  const address = await page.getByRole('table').getByRole('link').first().getAttribute('href');
  const asked = address?.replace('/copies/', '/catalog/bookinstance/') ?? '';
  const moved = await request.get(asked, { maxRedirects: 0 });
  expect([moved.status(), moved.headers().location]).toEqual([308, address]);
});

test('Another slug leads on with the page that was asked for', async ({ request }) => {
  for (const kind of ['books', 'authors', 'genres']) {
    const moved = await request.get(`/${kind}/1-older?page=2&x=%2F`, { maxRedirects: 0 });
    expect(moved.status()).toBe(308);
    expect(moved.headers().location).toMatch(new RegExp(`^/${kind}/1-[a-z-]+\\?page=2&x=%2F$`));
    expect(moved.headers()['cache-control']).toContain('no-store');
  }
  const code = await request.get('/languages/EN?page=2', { maxRedirects: 0 });
  expect([code.status(), code.headers().location]).toEqual([308, '/languages/en?page=2']);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('the address of an author who was merged leads to the one who stayed', async ({ page, library }) => {
      const gone = javaScriptEnabled ? 800_001 : 800_002;
      await tellLibrary(library, `insert into merged_authors (id, author_id) values (${gone}, 1)`);
      await page.goto('/authors/1');
      const home = page.url();
      await page.goto(`/authors/${gone}-by-another-name`);
      expect(page.url()).toBe(home);
    });
  });
}
