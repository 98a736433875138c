import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientHeader, clientHeaderValue } from '#lib/api/requests/client-header';
import { actorOf } from '#lib/auth/actor';
import { clientHash } from '#lib/auth/client-hash';

test('a visitor is known by the address that the server wrote down', () => {
  const headers = new Headers({
    [clientHeader]: clientHeaderValue('192.0.2.1'),
    'x-forwarded-for': '192.0.2.99',
  });
  assert.deepEqual(actorOf(headers), { kind: 'visitor', client: '192.0.2.1' });
});

test('where nothing was written down all visitors are one', () => {
  const headers = new Headers({ 'x-forwarded-for': '192.0.2.99' });
  assert.deepEqual(actorOf(headers), { kind: 'visitor', client: 'unknown' });
});

test('nobody says who they are but we', () => {
  for (const forged of ['192.0.2.1', ' 192.0.2.1', 'x 192.0.2.1', clientHeaderValue(''), '']) {
    const headers = new Headers({ [clientHeader]: forged });
    assert.deepEqual(actorOf(headers), { kind: 'visitor', client: 'unknown' }, forged);
  }
});

test('a hash stands for one client and one purpose, and says neither', () => {
  const hash = clientHash('192.0.2.1', 'purchase suggestions');
  assert.equal(clientHash('192.0.2.1', 'purchase suggestions'), hash);
  assert.match(hash, /^[\w-]{43}$/);
  assert.notEqual(clientHash('192.0.2.2', 'purchase suggestions'), hash);
  assert.notEqual(clientHash('192.0.2.1', 'sign-in'), hash);
});
