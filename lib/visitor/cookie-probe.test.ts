import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cookiesBlocked, withoutProbe } from '#lib/visitor/cookie-probe';

const asking = (target: string, headers: Record<string, string> = {}) => ({
  target,
  headers: new Headers({ host: 'library.example', ...headers }),
});

const own = { cookie: 'theme=dark; library-session=Fe26' };
const secure = { 'x-forwarded-proto': 'https' };
const from = (path: string) => ({ referer: `http://library.example${path}` });

type Row = [name: string, off: boolean, url: string, headers?: Record<string, string>];

const rows: Row[] = [
  ['a first visit', false, '/'],
  ['a page after the home page, which may have failed', false, '/books', from('/')],
  ['somebody else’s cookie', true, '/books?cookie-trial=1', { cookie: 'theme=dark; my-library=1' }],
  ['a cookie whose name only ends like ours', true, '/?cookie-trial=1', { cookie: 'my-library-session=1' }],
  ['a form that was sent without a cookie', true, '/books?q=emma&cookie-trial=1'],
  ['a form that was sent, with the cookie', false, '/?cookie-trial=1', own],
  ['the word in a search', false, '/books?q=cookie-trial%3D'],
  ['the word in an address', false, '/cookie-trial=1'],
  ['the word at the end of another', false, '/?no-cookie-trial=1'],
  ['over https, without its cookie', true, '/?cookie-trial=1', { ...secure, cookie: 'library-sessions=1' }],
  [
    'over https, with its cookie',
    false,
    '/?cookie-trial=1',
    { ...secure, cookie: '__Host-library-session=1' },
  ],
];

describe('a browser that keeps no cookies is known by:', () => {
  for (const [name, off, url, headers] of rows) {
    test(`${name}: ${off ? 'yes' : 'no'}`, () => {
      assert.equal(cookiesBlocked(asking(url, headers)), off);
    });
  }
});

const addresses: [string, string | undefined][] = [
  ['/?cookie-trial=1', '/'],
  ['/books?q=emma&cookie-trial=1&page=2', '/books?q=emma&page=2'],
  ['/books?cookie-trial=', '/books'],
  ['//elsewhere.example?cookie-trial=1', '/elsewhere.example'],
  ['/\\elsewhere.example?cookie-trial=1', '/elsewhere.example'],
  ['//?cookie-trial=1', '/'],
  ['/books?q=cookie-trial%3D', undefined],
  ['/cookie-trial=1', undefined],
  ['/?no-cookie-trial=1', undefined],
  ['/', undefined],
];

for (const [url, address] of addresses) {
  test(`a browser that passed the trial at ${url} is led to ${address ?? 'nowhere'}`, () => {
    assert.equal(withoutProbe(asking(url, own)), address);
    assert.equal(withoutProbe(asking(url)), undefined);
    if (address) assert.equal(withoutProbe(asking(address, own)), undefined);
  });
}
