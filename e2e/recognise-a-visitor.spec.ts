import { expect, test } from './fixtures.ts';
import { type Library, startLibrary } from './library-server.ts';

type Visit = { status: number; visits: number; cookies: string[]; headers: Headers };

/** One visit of the home page with exactly these headers. */
async function visit({ url }: Library, headers: Record<string, string> = {}): Promise<Visit> {
  const answer = await fetch(url, { headers });
  const html = await answer.text();
  return {
    status: answer.status,
    visits: Number(/>You have visited this page (\d+) times?\.</.exec(html)?.[1]),
    cookies: answer.headers.getSetCookie(),
    headers: answer.headers,
  };
}

/** `name=value` of the cookie that a visit brought. */
const cookieOf = ({ cookies }: Visit) => cookies[0]?.split(';')[0] ?? '';

const attributesOf = ({ cookies }: Visit) => cookies[0]?.split('; ').slice(1).sort();

const rejections = (library: Library) =>
  library.log().filter((line) => line.includes('session cookie rejected')).length;

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
  test(`A cookie with ${what} is no visitor we know, and the log has one warning`, async ({ library }) => {
    const damaged = damage(cookieOf(await visit(library)));
    const before = rejections(library);
    const again = await visit(library, { cookie: damaged });
    expect(again).toMatchObject({ status: 200, visits: 1 });
    await expect.poll(() => rejections(library)).toBe(before + 1);
    expect(await visit(library, { cookie: cookieOf(again) })).toMatchObject({ status: 200, visits: 2 });
    expect(rejections(library)).toBe(before + 1);
  });
}

test('An empty cookie is a new visitor', async ({ library }) => {
  expect(await visit(library, { cookie: 'library-session=' })).toMatchObject({ status: 200, visits: 1 });
});

test('Of two cookies of our name the first counts, and one answers', async ({ library }) => {
  const first = await visit(library);
  const [ours, foreign] = [cookieOf(first), 'library-session=of-another-house'];
  expect(await visit(library, { cookie: `${foreign}; ${ours}` })).toMatchObject({ status: 200, visits: 1 });
  const second = await visit(library, { cookie: `${ours}; ${foreign}` });
  expect(second).toMatchObject({ status: 200, visits: 2 });
  expect(second.cookies).toHaveLength(1);
});

test('Cookies of other sites on the same host do no harm', async ({ library }) => {
  const first = await visit(library);
  const cookie = `a=%; [odd]=1; ${cookieOf(first)}; =; theme="dark`;
  expect(await visit(library, { cookie })).toMatchObject({ status: 200, visits: 2 });
});

test('A damaged cookie opens every page', async ({ library }) => {
  for (const path of ['/books', '/authors', '/genres', '/nothing', '/healthz']) {
    const headers = { cookie: `library-session=${'x'.repeat(3000)}` };
    const answer = await fetch(library.url + path, { headers });
    expect(answer.status, path).toBe(path === '/nothing' ? 404 : 200);
  }
});

test('Over http the cookie is kept for two weeks, from scripts and from other sites', async ({ library }) => {
  const first = await visit(library);
  expect(first.cookies).toHaveLength(1);
  expect(cookieOf(first)).toMatch(/^library-session=Fe26\.2\*/);
  expect(attributesOf(first)).toEqual(['HttpOnly', 'Max-Age=1209600', 'Path=/', 'SameSite=Lax']);
  expect(first.headers.get('strict-transport-security')).toBeNull();
  expect(first.headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
});

test('Over https the cookie, and everything else, is for https only', async ({ library }) => {
  const https = { 'x-forwarded-proto': 'https' };
  const first = await visit(library, https);
  expect(first.cookies).toHaveLength(1);
  expect(cookieOf(first)).toMatch(/^__Host-library-session=Fe26\.2\*/);
  expect(attributesOf(first)).toEqual(['HttpOnly', 'Max-Age=1209600', 'Path=/', 'SameSite=Lax', 'Secure']);
  expect(first.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
  expect(first.headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
  expect(await visit(library, { ...https, cookie: cookieOf(first) })).toMatchObject({ visits: 2 });
  const plain = cookieOf(first).replace('__Host-', '');
  expect(await visit(library, { ...https, cookie: plain })).toMatchObject({ visits: 1 });
});

test('A public address that is https decides, whatever the request says', async () => {
  const library = await startLibrary({ env: { BASE_URL: 'https://library.example.org' } });
  const first = await visit(library, { 'x-forwarded-proto': 'http' });
  expect(cookieOf(first)).toMatch(/^__Host-library-session=/);
  await library.stop();
});

test('Visitors stay known when the session password is rotated, and are new to another one', async () => {
  const [old, recent, foreign] = ['o', 'r', 'f'].map((letter) => letter.repeat(32));
  const withPassword = async (password: string | undefined, cookie: string) => {
    const library = await startLibrary({ env: { SESSION_PASSWORD: password } });
    const answer = await visit(library, { cookie });
    await library.stop();
    return answer;
  };
  const first = await withPassword(old, '');
  const second = await withPassword(JSON.stringify({ 2: recent, 1: old }), cookieOf(first));
  expect(second).toMatchObject({ status: 200, visits: 2 });
  const third = await withPassword(JSON.stringify({ 2: recent }), cookieOf(second));
  expect(third).toMatchObject({ status: 200, visits: 3 });
  expect(await withPassword(foreign, cookieOf(third))).toMatchObject({ status: 200, visits: 1 });
});
