import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { afterEach, test } from 'node:test';
import { settings } from '#lib/env';
import { prepareForApi } from '#lib/http/api-request';

/** What is left of a request when the front has seen it. */
function prepared(url: string, headers: Record<string, string> = {}, method = 'GET') {
  const request = { url, method, headers: { ...headers }, socket: { remoteAddress: '192.0.2.1' } };
  const isForApi = prepareForApi(request as unknown as IncomingMessage);
  return { isForApi, url: request.url, method: request.method, headers: request.headers };
}

const clientOf = (forwarded: string) =>
  prepared('/api/v1/books', { 'x-forwarded-for': forwarded }).headers['x-library-client'];

const { BASE_URL, TRUSTED_PROXIES } = settings();
afterEach(() => Object.assign(settings(), { BASE_URL, TRUSTED_PROXIES }));

test('the API begins at /api/v1; the page about it is a page', () => {
  const api = ['/api/v1', '/api/v1?x', '/api/v1/books', '/api/v1/books/1?limit=1', '/api/v1/nothing'];
  const pages = ['/', '/api', '/api/', '/api/v10', '/api/v1x/books', '/books?x=/api/v1/', '//api/v1/books'];
  assert.deepEqual(
    api.filter((url) => !prepared(url).isForApi),
    [],
  );
  assert.deepEqual(
    pages.filter((url) => prepared(url).isForApi),
    [],
  );
});

test('a request to the API has no cookie', () => {
  assert.equal(prepared('/api/v1/books', { cookie: 'library-session=x' }).headers.cookie, undefined);
  assert.equal(prepared('/books', { cookie: 'library-session=x' }).headers.cookie, 'library-session=x');
});

test('nobody says who they are but we', () => {
  const own = { 'x-library-client': '6.6.6.6' };
  assert.equal(prepared('/api/v1/books', own).headers['x-library-client'], '192.0.2.1');
  assert.equal(prepared('/%61pi/v1/books', own).headers['x-library-client'], undefined);
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
  assert.equal(prepared('/api/v1/books/%E0%A4%A').url, '/api/v1/-');
  assert.equal(prepared('/api/v1/books?q=%E0%A4%A').url, '/api/v1/books?q=%E0%A4%A');
  assert.equal(prepared('/api/v1/books', {}, 'PROPFIND').method, 'POST');
  assert.equal(prepared('/api/v1/books', {}, 'HEAD').method, 'HEAD');
});
