import { expect, test } from './fixtures.ts';

test.describe('The browser refuses', () => {
  test.use({
    allowedProblems: /script-src-attr|inline event handler|nothing\.png|frame-ancestors|BLOCKED_BY_RESPONSE/,
  });

  test('to run a script that somebody slipped into a page', async ({ page, problems }) => {
    await page.goto('/books');
    await page.evaluate(() => {
      const slipped = document.createElement('div');
      slipped.innerHTML = '<img src="/nothing.png" onerror="document.title = \'changed\'">';
      document.body.append(slipped);
    });
    await expect.poll(() => problems.join()).toContain('script-src-attr');
    await expect(page).toHaveTitle('Books – LocalLibrary');
  });

  test('to put a page of the library into a frame', async ({ page, library, problems }) => {
    await page.setContent(`<iframe src="${library.url}/books" title="The library"></iframe>`);
    await expect.poll(() => problems.join()).toContain('frame-ancestors');
    await expect(page.frameLocator('iframe').getByRole('heading', { name: 'Books' })).toBeHidden();
  });
});
