import type { APIResponse } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const pages = [
  '/',
  '/books',
  '/books?q=zzyzx',
  '/books/1',
  '/authors/1',
  '/genres/1',
  '/nothing',
  '/books/abc',
];
const others = ['/healthz', '/icon.svg', '/covers/1-00000000.svg', '/_next/static/nothing.js'];

const policyOf = (answer: APIResponse) => answer.headers()['content-security-policy'] ?? '';
const nonceOf = (answer: APIResponse) => /'nonce-([^']+)'/.exec(policyOf(answer))?.[1] ?? '';

for (const path of [...pages, ...others]) {
  test(`${path} tells the browser to be careful`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.headers()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(answer.headers()['x-powered-by']).toBeUndefined();
    expect(answer.headers().server).toBeUndefined();
  });
}

for (const path of pages) {
  test(`${path} runs only the scripts that came with this very answer`, async ({ request }) => {
    const answer = await request.get(path);
    const nonce = nonceOf(answer);
    expect(nonce).toMatch(/^[\w+/]{22}==$/);
    const policy = policyOf(answer).split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'self'",
        `script-src 'nonce-${nonce}' 'strict-dynamic'`,
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policyOf(answer)).not.toMatch(/unsafe|http:|\*/);

    const html = await answer.text();
    const scripts = html.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.filter((script) => !script.includes(` nonce="${nonce}"`))).toEqual([]);
    expect(html.match(/<[^>]+\s(style|on[a-z]+)=/g)).toBeNull();

    expect(nonceOf(await request.get(path))).not.toBe(nonce);
  });
}

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

test('Files whose name changes with their content are kept for ever, pages are not', async ({ request }) => {
  const home = await request.get('/');
  const files = (await home.text()).match(/\/_next\/static\/[^"\\]+\.(?:js|css)/g) ?? [];
  expect(files.length).toBeGreaterThan(3);
  for (const file of new Set(files)) {
    const answer = await request.get(file);
    expect(answer.status(), file).toBe(200);
    expect(answer.headers()).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers()['set-cookie']).toBeUndefined();
  }
  for (const path of pages) {
    expect((await request.get(path)).headers()['cache-control'], path).toContain('private, ');
    expect((await request.get(path)).headers()['cache-control'], path).toContain('no-store');
  }
});
