import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runApart } from '#db/testing/environment';
import { cookieAttributes, cookieName, isHttps, siteAddress } from '#lib/session/cookie';

const proto = (value: string | null) => ({
  get: (name: string) => (name === 'x-forwarded-proto' ? value : null),
});

test('https is what the proxy in front says; the first one counts', () => {
  assert.equal(isHttps(proto('https')), true);
  assert.equal(isHttps(proto('https, http')), true);
  assert.equal(isHttps(proto('http, https')), false);
  assert.equal(isHttps(proto('http')), false);
  assert.equal(isHttps(proto('')), false);
  assert.equal(isHttps(proto(null)), false);
});

test('the public address decides, whatever a header says', async () => {
  const answers = async (BASE_URL: string) =>
    (
      await runApart(
        `import { isHttps } from '#lib/session/cookie';
         const proto = (value) => isHttps({ get: () => value });
         console.log(proto('http'), proto('https'), proto(null));`,
        { BASE_URL },
      )
    ).stdout;
  assert.equal(await answers('https://library.example.org'), 'true true true');
  assert.equal(await answers('http://library.local'), 'false false false');
});

test('over https the name binds the cookie to the host', () => {
  assert.equal(cookieName(true), '__Host-library-session');
  assert.equal(cookieName(false), 'library-session');
});

test('what __Host- demands is there: secure, the whole site, no domain', () => {
  assert.deepEqual(cookieAttributes(true, 60), {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: true,
    maxAge: 60,
  });
});

test('a cookie that ends with the browser has no age; one of age 0 has', () => {
  assert.equal('maxAge' in cookieAttributes(false, undefined), false);
  assert.equal(cookieAttributes(false, 0).maxAge, 0);
});

test('the address of the site is what the request says, where that can be one', () => {
  const said = (headers: Record<string, string>) => siteAddress(new Headers(headers));
  assert.equal(said({ host: 'library.test:3000' }), 'http://library.test:3000');
  assert.equal(said({ host: '[::1]:3000' }), 'http://[::1]:3000');
  assert.equal(said({ host: 'inside', 'x-forwarded-host': 'library.test, inside' }), 'http://library.test');
  for (const host of ['a b', '"><script>', '%', '[::1', 'x:99999', 'http://x/', 'x/y', 'x?y', 'a@b', '']) {
    assert.equal(said({ host }), 'http://localhost', host);
    assert.equal(said({ host: 'library.test', 'x-forwarded-host': host }), 'http://library.test', host);
  }
});
