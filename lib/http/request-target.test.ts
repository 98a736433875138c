import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasTooManyParameters, isTraversal, requestTarget } from '#lib/http/request-target';

test('a whole address is its path and its query', () => {
  assert.equal(requestTarget('http://library.test/books?q=emma'), '/books?q=emma');
  assert.equal(requestTarget('HTTPS://library.test:3000'), '/');
  assert.equal(requestTarget('http://library.test?q=emma'), '/?q=emma');
  for (const same of ['/', '/books', '//library.test/books', '/http://library.test', '*', ''])
    assert.equal(requestTarget(same), same);
});

test('no page stands at a way around', () => {
  const around = ['/covers/../books', '/./books', '/books/..', '/..\\books', '*', 'books', '/_global-error'];
  for (const path of around) assert.ok(isTraversal(path, path), path);
  for (const path of ['/', '/books', '/books/1-a.b', '/...', '//', '/books/..a', '/a..'])
    assert.ok(!isTraversal(path, path), path);
});

test('a thousand parameters are enough', () => {
  assert.ok(!hasTooManyParameters(`/books?${'&'.repeat(999)}`));
  assert.ok(hasTooManyParameters(`/books?${'&'.repeat(1000)}`));
});
