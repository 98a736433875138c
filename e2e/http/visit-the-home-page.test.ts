import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { doors } from '../support/doors.ts';
import { type Client, newClient } from '../support/http-client.ts';
import { type Library, startLibrary } from '../support/library-server.ts';

const sentence = (visits: number) =>
  `You have visited this page ${visits} ${visits === 1 ? 'time' : 'times'}.`;

/** A visit by address, and the sentence as it stands in the HTML: between two tags, in one piece. */
async function assertNextVisit(client: Client, url: string, visits: number): Promise<void> {
  const { status, text } = await client.get(url);
  const said = />(You have visited [^<]+)</.exec(text)?.[1];
  assert.deepEqual([status, said], [200, sentence(visits)]);
}

const uncounted: [what: string, path: string, init: RequestInit][] = [
  ['a HEAD request', '/', { method: 'HEAD' }],
  ['a page that Next fetches ahead', '/', { headers: { rsc: '1', 'next-router-prefetch': '1' } }],
  ['a page that the browser fetches ahead', '/', { headers: { 'sec-purpose': 'prefetch' } }],
  ['a page that the browser prepares ahead', '/', { headers: { 'sec-purpose': 'prefetch;prerender' } }],
  ['a page that an older browser fetches ahead', '/', { headers: { purpose: 'prefetch' } }],
  ['the list of books', '/books', {}],
  ['a page that does not exist', '/nothing', {}],
  ['a question about the health', '/healthz', {}],
];

for (const door of doors) {
  describe(`Where the library was started with ${door}`, () => {
    let library: Library;
    before(async () => {
      library = await startLibrary({ door });
    });
    after(() => library.stop());

    test('the page counts the visits of one cookie jar, and another jar starts at 1', async () => {
      const [client, other] = [newClient(), newClient()];
      for (const visits of [1, 2, 3]) await assertNextVisit(client, library.url, visits);
      await assertNextVisit(other, library.url, 1);
      await assertNextVisit(client, library.url, 4);
    });

    for (const [what, path, init] of uncounted) {
      test(`not a visit: ${what}`, async () => {
        const client = newClient();
        await assertNextVisit(client, library.url, 1);
        const { headers } = await client.get(library.url + path, init);
        assert.equal(headers.get('set-cookie'), null);
        await assertNextVisit(client, library.url, 2);
      });
    }

    // While pages are written, Next says it in one word.
    const toNobody = door === 'next dev' ? /no-store/ : /private, .*no-store/;
    test('nobody between the library and the reader may keep the page', async () => {
      for (const [name, value] of [
        ['accept', 'text/html'],
        ['rsc', '1'],
      ] as const) {
        const answer = await newClient().get(library.url, { headers: { [name]: value } });
        assert.match(answer.headers.get('cache-control') ?? '', toNobody);
      }
    });

    test('the page runs only the scripts that came with it', async () => {
      const { headers, text } = await newClient().get(library.url);
      const policy = headers.get('content-security-policy') ?? '';
      const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1] ?? '';
      assert.match(nonce, /^[\w+/]{22}==$/);
      const scripts = text.match(/<script\b[^>]*>/g) ?? [];
      assert.ok(scripts.length > 3);
      for (const script of scripts) assert.ok(script.includes(` nonce="${nonce}"`), script);
    });

    test('an address of the tutorial leads to the page', async () => {
      const { status, headers } = await newClient().get(`${library.url}/catalog`, { redirect: 'manual' });
      assert.deepEqual([status, headers.get('location')], [308, '/']);
    });
  });
}
