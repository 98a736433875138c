import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLight } from '#lib/http/busy';

for (const [url, light] of [
  ['/healthz', true],
  ['/healthz?full', true],
  ['/_next/static/chunks/a.js', true],
  ['/_next/static/chunks/app/(catalog)/books/[record]/page-0~_.js?v=1', true],
  ['/icon.svg', true],
  ['/icon.svgs', false],
  ['/robots.txt/a', false],
  ['/_next/static', false],
  ['/_next/static/', false],
  ['/_next/static/../../books', false],
  ['/_next/static/..', false],
  ['/_next/static/a/..?b', false],
  ['/_next/static/%2e%2e/books', false],
  ['/_next/static/a\\..\\books', false],
  ['/', false],
  ['/healthzz', false],
  ['/books?q=/healthz', false],
  ['/api/v1/search?q=a', false],
] as const)
  test(`${url} ${light ? 'is never turned away' : 'waits for its turn'}`, () => {
    assert.equal(isLight({ url } as never), light);
  });
