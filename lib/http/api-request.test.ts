import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { clientHeader, clientOfHeaders } from '#lib/api/requests/client-header';
import { settings } from '#lib/env';
import { apiRequest } from '#lib/http/api-request';
import { isApi } from '#lib/http/routes';

/** What is left of a request when the pipeline has seen it. */
function prepared(target: string, headers: Record<string, string> = {}, method = 'GET') {
  const cookies = { read: () => undefined, write: () => {} };
  const request = { target, method, headers: new Headers(headers), cookies, peer: '192.0.2.1' };
  const verdict = apiRequest(request, {});
  assert.ok(verdict.kind === 'continue');
  return verdict;
}

const clientIn = ({ requestHeaders }: ReturnType<typeof prepared>) =>
  clientOfHeaders(new Headers({ [clientHeader]: requestHeaders[clientHeader] ?? '' }));

const clientOf = (forwarded: string) => clientIn(prepared('/api/v1/books', { 'x-forwarded-for': forwarded }));

const { BASE_URL, TRUSTED_PROXIES } = settings();
afterEach(() => Object.assign(settings(), { BASE_URL, TRUSTED_PROXIES }));

test('the API begins at /api/v1; the page about it is a page', () => {
  const api = ['/api/v1', '/api/v1?x', '/api/v1/books', '/api/v1/books/1?limit=1', '/api/v1/nothing'];
  const pages = ['/api', '/api/', '/api/v10', '/api/v1x/books', '/%61pi/v1/books', '//api/v1/books'];
  for (const target of api) assert.equal(isApi(target), true, target);
  for (const target of pages) assert.equal(isApi(target), false, target);
});

test('a request to the API has no cookie', () => {
  const { requestHeaders } = prepared('/api/v1/books', { cookie: 'library-session=x' });
  assert.deepEqual([Object.hasOwn(requestHeaders, 'cookie'), requestHeaders.cookie], [true, undefined]);
});

test('nobody says who they are but we', () => {
  const own = { 'x-library-client': '6.6.6.6' };
  assert.equal(clientIn(prepared('/api/v1/books', own)), '192.0.2.1');
});

test('a forwarded address counts where a proxy is known to stand in front', () => {
  assert.equal(clientOf('203.0.113.9'), '192.0.2.1');
  settings().BASE_URL = 'http://library.example';
  assert.equal(clientOf('203.0.113.9'), '192.0.2.1');
  settings().BASE_URL = 'https://library.example';
  assert.equal(clientOf('6.6.6.6, 203.0.113.9'), '203.0.113.9');
  settings().TRUSTED_PROXIES = 0;
  assert.equal(clientOf('203.0.113.9'), '192.0.2.1');
  settings().TRUSTED_PROXIES = 2;
  assert.equal(clientOf('203.0.113.9, 198.51.100.1'), '203.0.113.9');
});

test('a broken escape leads nowhere, an odd method is one that is refused', () => {
  assert.equal(prepared('/api/v1/books/%E0%A4%A').target, '/api/v1/-');
  assert.equal(prepared('/api/v1/books?q=%E0%A4%A').target, '/api/v1/books?q=%E0%A4%A');
  assert.equal(prepared('/api/v1/books', {}, 'PROPFIND').method, 'POST');
  assert.equal(prepared('/api/v1/books', {}, 'HEAD').method, 'HEAD');
});
