import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, visitsOf } from '../support/http-client.ts';
import { type Library, startLibrary } from '../support/library-server.ts';

type Visit = { status: number; visits: number; cookies: string[]; headers: Headers };

/** What this file looks at in the log is nobody else's doing. */
let library: Library;
before(async () => {
  library = await startLibrary();
});
after(() => library.stop());

/** One visit of the home page with exactly these headers. */
async function visit(headers: Record<string, string> = {}, { url } = library): Promise<Visit> {
  const answer = await ask(url, { headers });
  return {
    status: answer.status,
    visits: visitsOf(answer),
    cookies: answer.headers.getSetCookie(),
    headers: answer.headers,
  };
}

const assertVisit = (number: number, { status, visits }: Visit) =>
  assert.deepEqual([status, visits], [200, number]);

/** `name=value` of the cookie that a visit brought. */
const cookieOf = ({ cookies }: Visit) => cookies[0]?.split(';')[0] ?? '';

const attributesOf = ({ cookies }: Visit) => cookies[0]?.split('; ').slice(1).sort();

const rejections = () => library.log().filter((line) => line.includes('session cookie rejected')).length;

function flipped(cookie: string): string {
  const middle = Math.floor(cookie.length / 2);
  return cookie.slice(0, middle) + (cookie[middle] === 'A' ? 'B' : 'A') + cookie.slice(middle + 1);
}

const damages: [what: string, damage: (cookie: string) => string][] = [
  ['one character changed', flipped],
  ['its end cut off', (cookie) => cookie.slice(0, -40)],
  ['nothing but a beginning', (cookie) => cookie.slice(0, 30)],
  ['3 KB of garbage', () => `library-session=${'Zm9vYmFy'.repeat(384)}`],
  ['signs that no cookie may hold', () => 'library-session=%00%FF%;=;"{]; ='],
];
for (const [what, damage] of damages) {
  test(`A cookie with ${what} is no visitor we know, and the log has one warning`, async (t) => {
    const damaged = damage(cookieOf(await visit()));
    const earlier = rejections();
    const again = await visit({ cookie: damaged });
    assertVisit(1, again);
    await t.waitFor(() => assert.equal(rejections(), earlier + 1), { timeout: 10_000 });
    assertVisit(2, await visit({ cookie: cookieOf(again) }));
    assert.equal(rejections(), earlier + 1);
  });
}

test('An empty cookie is a new visitor', async () => {
  assertVisit(1, await visit({ cookie: 'library-session=' }));
});

test('Of two cookies of our name the first counts, and one answers', async () => {
  const first = await visit();
  const [ours, foreign] = [cookieOf(first), 'library-session=of-another-house'];
  assertVisit(1, await visit({ cookie: `${foreign}; ${ours}` }));
  const second = await visit({ cookie: `${ours}; ${foreign}` });
  assertVisit(2, second);
  assert.equal(second.cookies.length, 1);
});

for (const foreign of [
  'library-session=a%20b',
  'library-session',
  'library-session=%E0',
  'library-session=x',
])
  test(`Beside ${foreign} the first counts for pages, downloads and forms alike`, async () => {
    const cookie = `${cookieOf(await visit())}; ${foreign}`;
    const { text } = await ask(`${library.url}/preferences`, { headers: { cookie } });
    assert.match(text, /You opened the home page 1 time\./);
    const download = await ask(`${library.url}/preferences/download`, { headers: { cookie } });
    assert.equal(JSON.parse(download.text).remembered.num_visits, 1);
    const form = new FormData();
    const action =
      /<form[^>]*>(?:(?!<\/form>).)*?name="(\$ACTION_ID_[0-9a-f]+)"(?:(?!<\/form>).)*?name="language"/s;
    form.set(action.exec(text)?.[1] ?? '', '');
    form.set('language', 'es');
    const headers = { cookie, referer: `${library.url}/` };
    const sent = await ask(`${library.url}/`, { method: 'POST', body: form, headers, redirect: 'manual' });
    assert.equal(sent.status, 303);
    const after = sent.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const kept = await ask(`${library.url}/preferences/download`, { headers: { cookie: after } });
    assert.partialDeepStrictEqual(JSON.parse(kept.text).remembered, { num_visits: 1, language: 'es' });
  });

test('Cookies of other sites on the same host do no harm', async () => {
  const cookie = `a=%; [odd]=1; ${cookieOf(await visit())}; =; theme="dark`;
  assertVisit(2, await visit({ cookie }));
});

test('A damaged cookie opens every page', async () => {
  for (const path of ['/books', '/authors', '/genres', '/nothing', '/healthz']) {
    const headers = { cookie: `library-session=${'x'.repeat(3000)}` };
    const { status } = await ask(library.url + path, { headers });
    assert.equal(status, path === '/nothing' ? 404 : 200, path);
  }
});

test('Over http the cookie is kept for two weeks, from scripts and from other sites', async () => {
  const first = await visit();
  assert.equal(first.cookies.length, 1);
  assert.match(cookieOf(first), /^library-session=Fe26\.2\*/);
  assert.deepEqual(attributesOf(first), ['HttpOnly', 'Max-Age=1209600', 'Path=/', 'SameSite=Lax']);
  assert.equal(first.headers.get('strict-transport-security'), null);
  assert.match(first.headers.get('content-security-policy') ?? '', /^(?!.*upgrade-insecure-requests)./);
});

test('Over https the cookie, and everything else, is for https only', async () => {
  const https = { 'x-forwarded-proto': 'https' };
  const first = await visit(https);
  assert.equal(first.cookies.length, 1);
  assert.match(cookieOf(first), /^__Host-library-session=Fe26\.2\*/);
  assert.deepEqual(attributesOf(first), ['HttpOnly', 'Max-Age=1209600', 'Path=/', 'SameSite=Lax', 'Secure']);
  assert.match(first.headers.get('strict-transport-security') ?? '', /^max-age=\d{8}/);
  assert.match(first.headers.get('content-security-policy') ?? '', /upgrade-insecure-requests/);
  assertVisit(2, await visit({ ...https, cookie: cookieOf(first) }));
  const plain = cookieOf(first).replace('__Host-', '');
  assertVisit(1, await visit({ ...https, cookie: plain }));
});

test('A public address that is https decides, whatever the request says', async (t) => {
  const published = await startLibrary({ env: { BASE_URL: 'https://library.example.org' } });
  t.after(published.stop);
  const first = await visit({ 'x-forwarded-proto': 'http' }, published);
  assert.match(cookieOf(first), /^__Host-library-session=/);
});

test('Visitors stay known when the session password is rotated, and are new to another one', async () => {
  const [old, recent, foreign] = ['o', 'r', 'f'].map((letter) => letter.repeat(32));
  const withPassword = async (password: string | undefined, cookie: string) => {
    const other = await startLibrary({ env: { SESSION_PASSWORD: password } });
    const answer = await visit({ cookie }, other);
    await other.stop();
    return answer;
  };
  const first = await withPassword(old, '');
  const second = await withPassword(JSON.stringify({ 2: recent, 1: old }), cookieOf(first));
  assertVisit(2, second);
  const third = await withPassword(JSON.stringify({ 2: recent }), cookieOf(second));
  assertVisit(3, third);
  assertVisit(1, await withPassword(foreign, cookieOf(third)));
});
