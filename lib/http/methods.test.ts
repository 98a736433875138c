import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowedMethods } from '#lib/http/methods';

for (const [target, form] of [
  ['/', true],
  ['/books?q=a.b', true],
  ['/books/1-emma', true],
  ['/list', true],
  ['/purchase-suggestions/new', true],
  ['/nothing', true],
  ['/icon.svg', false],
  ['/favicon.ico?v=1', false],
  ['/_next/static/chunks/a.js', false],
  ['/covers/1-00000000.svg', false],
  ['/feeds/new.atom', false],
  ['/books/1/cite/ris', false],
  ['/healthz?full', false],
  ['/preferences/download', false],
  ['/books/suggestions?q=a', false],
] as const)
  test(`${target} ${form ? 'may be sent a form' : 'is only read'}`, () => {
    assert.deepEqual(
      allowedMethods(target),
      form ? ['GET', 'HEAD', 'OPTIONS', 'POST'] : ['GET', 'HEAD', 'OPTIONS'],
    );
  });
