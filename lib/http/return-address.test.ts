import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '#db/testing/fast-check';
import { returnAddress } from '#lib/http/return-address';

const sentFrom = (referer: string | undefined, rest: Record<string, string> = { host: 'library.example' }) =>
  new Headers({ ...(referer && { referer }), ...rest });

const rows: [referer: string | undefined, address: string, without?: string[]][] = [
  [undefined, '/'],
  ['http://library.example/books?q=emma&page=2', '/books?q=emma&page=2'],
  ['http://library.example/books?q=emma&page=2', '/books?q=emma', ['page']],
  ['http://library.example/books?page=2&size=50&page=3', '/books', ['page', 'size']],
  ['http://library.example/books?q=emma', '/books?q=emma', ['page']],
  ['http://library.example/books#emma', '/books'],
  ['https://library.example/a%C3%A7%C3%A3o', '/a%C3%A7%C3%A3o'],
  ['http://elsewhere.example/books', '/'],
  ['http://library.example:81/books', '/'],
  ['http://library.example@elsewhere.example/', '/'],
  ['http://library.example//elsewhere.example', '/elsewhere.example'],
  ['http://library.example/\\elsewhere.example', '/elsewhere.example'],
  ['javascript:alert(1)', '/'],
  ['emma', '/'],
];

for (const [referer, address, without] of rows) {
  test(`a form sent from ${referer} ${without ? `without ${without} ` : ''}leads back to ${address}`, () => {
    assert.equal(returnAddress(sentFrom(referer), without), address);
  });
}

test('behind a proxy its own name for us counts', () => {
  const behind = { host: 'localhost:3000', 'x-forwarded-host': 'library.example' };
  assert.equal(returnAddress(sentFrom('http://library.example/books', behind)), '/books');
  assert.equal(returnAddress(sentFrom('http://localhost:3000/books', behind)), '/');
});

test('no form leads out of the library', () => {
  const anyPath = fc.string({ unit: fc.constantFrom('/', '\\', '.', ':', '?', '@', 'a', '%', '\t') });
  fc.assert(
    fc.property(anyPath, (path) => {
      const address = returnAddress(sentFrom(`http://library.example/${encodeURI(path)}`));
      assert.equal(new URL(address, 'http://library.example').host, 'library.example');
      const raw = returnAddress({
        get: (name) => (name === 'host' ? 'library.example' : `http://library.example/${path}`),
      });
      assert.equal(new URL(raw, 'http://library.example').host, 'library.example');
    }),
    { numRuns: 500 },
  );
});
