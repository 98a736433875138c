import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { settings } from '#lib/env';
import type { PageRequest } from '#lib/http/page-request';
import { rejectRequest, senderHeaders } from '#lib/http/reject-request';

type Headers = Record<string, string>;

const { BASE_URL } = settings();
afterEach(() => Object.assign(settings(), { BASE_URL }));

function requestWith(headers: Headers, method = 'POST'): PageRequest {
  const cookies = { read: () => undefined, write: () => {} };
  const read = { get: (name: string) => headers[name] ?? null };
  return { method, target: '/books', headers: read, cookies, peer: undefined };
}

/** The status of the refusal; undefined where there is none. */
function refusal(headers: Headers, method?: string) {
  const verdict = rejectRequest(requestWith(headers, method));
  return verdict?.kind === 'respond' ? verdict.status : undefined;
}

const library = 'https://library.example';
const behindProxy = { host: 'localhost:3000', origin: library };

test('a form is refused where it comes from elsewhere, a page is not', () => {
  assert.equal(refusal({ host: 'library.example', origin: 'https://elsewhere.example' }), 403);
  assert.equal(refusal({ host: 'library.example', origin: 'https://elsewhere.example' }, 'GET'), undefined);
  assert.equal(refusal({ host: 'library.example' }, 'TRACE'), 405);
});

const accepted: Record<string, Headers> = {
  'no browser': { host: 'localhost:3000' },
  'no proxy': { host: 'library.example', origin: library },
  'a port': { host: 'library.example:3000', origin: 'http://library.example:3000' },
  'a proxy that passes the host on': { host: 'library.example', origin: library },
  'a proxy that adds its usual port': { host: 'library.example:443', origin: library },
  'a proxy that says the host beside': { ...behindProxy, 'x-forwarded-host': 'library.example' },
  'two proxies': { ...behindProxy, 'x-forwarded-host': 'library.example, inner.example:8080' },
  'two proxies the other way round': { ...behindProxy, 'x-forwarded-host': 'inner.example,library.example' },
  'a proxy that says nothing, on https': { ...behindProxy, 'sec-fetch-site': 'same-origin' },
  'a browser that hides where forms are from, on https': {
    host: 'library.example',
    origin: 'null',
    'sec-fetch-site': 'same-origin',
  },
};

describe('our own form is accepted through', () => {
  for (const [way, headers] of Object.entries(accepted))
    test(way, () => {
      assert.equal(refusal(headers), undefined);
      const { origin, 'x-forwarded-host': host } = senderHeaders(requestWith(headers));
      assert.equal(host, origin && new URL(origin).host, 'what Next compares');
    });
});

const elsewhere: Record<string, Headers> = {
  'another site': { host: 'library.example', origin: 'https://elsewhere.example' },
  'another site, as the browser says': {
    host: 'library.example',
    origin: 'https://elsewhere.example',
    'sec-fetch-site': 'cross-site',
  },
  'a neighbour of the same domain': {
    host: 'library.example',
    origin: 'https://blog.library.example',
    'sec-fetch-site': 'same-site',
  },
  'another port': { host: 'library.example', origin: 'https://library.example:8443' },
  'a frame without an origin': { host: 'library.example', origin: 'null', 'sec-fetch-site': 'cross-site' },
  'an old browser that hides it': { host: 'library.example', origin: 'null' },
  nonsense: { host: 'library.example', origin: '%%%' },
  nothing: { host: 'library.example', origin: '' },
  'a host that is none': { host: '%%%', origin: library },
};

describe('a form is refused from', () => {
  for (const [from, headers] of Object.entries(elsewhere))
    test(from, () => assert.equal(refusal(headers), 403));
});

test('BASE_URL is an address of ours, whatever a proxy says', () => {
  assert.equal(refusal(behindProxy), 403);
  settings().BASE_URL = `${library}/`;
  assert.equal(refusal(behindProxy), undefined);
  assert.equal(refusal({ ...behindProxy, origin: 'https://elsewhere.example' }), 403);
  assert.equal(refusal({ host: 'localhost:3000', origin: 'http://localhost:3000' }), undefined);
});
