import { expect, test } from './fixtures.ts';

const never = [
  'abc',
  '0',
  '00',
  '-1',
  '1e3',
  '1.0',
  '0x1',
  '99999999999',
  '2147483648',
  '2147483647',
  '%00',
  '1%00',
];
const unreadable = ['%E0%A4%A', '%', '1-%E0%A4%A', '%C0%AF', '%FF'];

for (const list of ['books', 'authors', 'genres']) {
  for (const record of never) {
    test(`There is no record ${record} among the ${list}`, async ({ request }) => {
      expect((await request.get(`/${list}/${record}`)).status()).toBe(404);
    });
  }

  for (const record of unreadable) {
    test(`An address that cannot be read is none: /${list}/${record}`, async ({ library }) => {
      const answer = await fetch(`${library.url}/${list}/${record}`);
      expect([400, 404]).toContain(answer.status);
    });
  }

  test(`An older or mistyped address of one of the ${list} leads to the right one for good`, async ({
    request,
  }) => {
    const moved = await request.get(`/${list}/1`, { maxRedirects: 0 });
    const right = moved.headers().location ?? '';
    expect(right).toMatch(new RegExp(`^/${list}/1-[a-z]`));
    for (const wrong of [
      '1',
      '1-',
      '1-something-else',
      '1-%25',
      '1-%2F',
      '1-%E2%82%AC',
      `${'1-'}${'x'.repeat(500)}`,
    ]) {
      const answer = await request.get(`/${list}/${wrong}`, { maxRedirects: 0 });
      expect([wrong, answer.status(), answer.headers().location]).toEqual([wrong, 308, right]);
    }
    expect((await request.get(right, { maxRedirects: 0 })).status()).toBe(200);
  });
}

test('No address, however strange, is a failure of the library', async ({ request, library }) => {
  for (const path of [
    '/books/1-%25',
    '/authors/1-%25',
    '/genres/1-%25',
    '/books/1/copies',
    '/%',
    '/..%2f',
    '/covers/',
  ]) {
    expect((await request.get(path)).status(), path).toBeLessThan(500);
  }
  await expect
    .poll(() => library.log().filter((line) => line.includes('/covers/')).length)
    .toBeGreaterThan(0);
  expect(library.log().filter((line) => line.includes('failed'))).toEqual([]);
});

test.describe('A reader who comes to an address that is gone', () => {
  test.use({ allowedProblems: /status of 404/ });

  test('is told so, in the look of the library, with ways on', async ({ page }) => {
    await page.goto('/books/abc');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here');
    await expect(page).toHaveTitle('This page is not here – LocalLibrary');
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Search the catalog' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Back to the home page' })).toBeVisible();
    await page.getByRole('link', { name: 'Browse all books' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Books');
  });
});

test('What is not there is said in the page itself, in the theme of the reader', async ({ library }) => {
  for (const path of ['/nothing', '/books/abc', '/books/2147483647', '/authors/abc', '/list/abc']) {
    const answer = await fetch(library.url + path);
    const html = await answer.text();
    expect([path, answer.status, /<h1>(.*?)<\/h1>/.exec(html)?.[1]]).toEqual([
      path,
      404,
      'This page is not here',
    ]);
    expect(html, path).toMatch(/<html[^>]* data-theme="system"/);
  }
});

test('A cover is a picture that a browser keeps for ever', async ({ request }) => {
  const html = await (await request.get('/books')).text();
  const address = /\/covers\/[^"]+\.svg/.exec(html)?.[0] ?? '';
  const answer = await request.get(address);
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toMatch(/^<svg /);
  expect(answer.headers()).toMatchObject({
    'content-type': expect.stringMatching(/^image\/svg\+xml/),
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });
  expect(answer.headers()['set-cookie']).toBeUndefined();
});

test('The address of a cover of before leads to the one of now, and is not kept', async ({ request }) => {
  const answer = await request.get('/covers/1-00000000.svg', { maxRedirects: 0 });
  expect(answer.status()).toBe(308);
  expect(answer.headers()['cache-control']).toBe('no-store');
  const { location = '' } = answer.headers();
  expect(location).toMatch(/^\/covers\/1-[0-9a-f]{8}\.svg$/);
  expect((await request.get(location, { maxRedirects: 0 })).status()).toBe(200);
});

for (const file of [
  '999999-00000000.svg',
  '0-00000000.svg',
  '99999999999-00000000.svg',
  '1.svg',
  '1-00000000.png',
  'abc',
  '%00',
  '..%2f1-00000000.svg',
]) {
  test(`There is no cover ${file}`, async ({ request }) => {
    const answer = await request.get(`/covers/${file}`);
    expect(answer.status()).toBe(404);
    expect(answer.headers()['cache-control'] ?? '').not.toContain('immutable');
  });
}

test('A cover whose name cannot be read is none', async ({ library }) => {
  const answer = await fetch(`${library.url}/covers/%E0%A4%A`);
  expect([400, 404]).toContain(answer.status);
});
