import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, expectAccessible, test } from './fixtures.ts';

test('A page of another site reads the library in a browser', async ({ page, library }) => {
  const elsewhere = createServer((_, answer) =>
    answer
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<title>Elsewhere</title><link rel="icon" href="data:,">'),
  ).listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  const address = elsewhere.address();
  await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
  const read = await page.evaluate(async (address) => {
    const answer = await fetch(address, { headers: { 'if-none-match': '"none"' } });
    return { status: answer.status, etag: answer.headers.get('etag'), title: (await answer.json()).title };
  }, `${library.url}/api/v1/books/1`);
  expect(read).toEqual({ status: 200, etag: expect.stringMatching(/^W\//), title: expect.any(String) });
  await page.goto('about:blank');
  elsewhere.close();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`With JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('a developer finds the API from the foot of a page', async ({ page }) => {
      await page.goto('/');
      await page.getByRole('contentinfo').getByRole('link', { name: 'For developers' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('For developers');
      await expect(page.getByRole('main')).toContainText('Each address may ask 120 times a minute.');
      for (const name of ['invalid-parameters', 'not-found'])
        await expect(page.locator(`#${name}`)).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole('main').getByRole('link', { name: '/api/v1/counts' }).click();
      await expect(page.locator('body')).toContainText('"copies_available"');
    });
  });
}
