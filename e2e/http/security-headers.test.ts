import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answer, assertHeaders } from '../support/http-client.ts';
import { sharedLibrary } from '../support/shared-library.ts';

const { get } = await sharedLibrary();

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

const policyOf = ({ headers }: Answer) => headers.get('content-security-policy') ?? '';
const nonceOf = (answer: Answer) => /'nonce-([^']+)'/.exec(policyOf(answer))?.[1] ?? '';

for (const path of [...pages, ...others]) {
  test(`${path} tells the browser to be careful`, async () => {
    assertHeaders(await get(path), {
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': /camera=\(\)/,
      'cross-origin-opener-policy': 'same-origin',
      'x-powered-by': null,
      server: null,
    });
  });
}

for (const path of pages) {
  test(`${path} runs only the scripts that came with this very answer`, async () => {
    const answer = await get(path);
    const nonce = nonceOf(answer);
    assert.match(nonce, /^[\w+/]{22}==$/);
    const policy = policyOf(answer).split('; ');
    for (const directive of [
      "default-src 'self'",
      `script-src 'nonce-${nonce}' 'strict-dynamic'`,
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]) {
      assert.ok(policy.includes(directive), `${directive} in ${policy.join('; ')}`);
    }
    assert.doesNotMatch(policyOf(answer), /unsafe|http:|\*/);

    const scripts = answer.text.match(/<script\b[^>]*>/g) ?? [];
    assert.ok(scripts.length > 3);
    assert.deepEqual(
      scripts.filter((script) => !script.includes(` nonce="${nonce}"`)),
      [],
    );
    assert.doesNotMatch(answer.text, /<[^>]+\s(style|on[a-z]+)=/);

    assert.notEqual(nonceOf(await get(path)), nonce);
  });
}

test('Files whose name changes with their content are kept for ever, pages are not', async () => {
  const { text: home } = await get('/');
  const files = home.match(/\/_next\/static\/[^"\\]+\.(?:js|css)/g) ?? [];
  assert.ok(files.length > 3);
  for (const file of new Set(files)) {
    const answer = await get(file);
    assert.equal(answer.status, 200, file);
    assertHeaders(answer, {
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'set-cookie': null,
    });
  }
  for (const path of pages) {
    const { headers } = await get(path);
    assert.match(headers.get('cache-control') ?? '', /private, .*no-store/, path);
  }
});
