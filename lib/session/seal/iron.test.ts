import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unsealData } from 'iron-session';
import { testNow } from '#db/testing/database';
import { sealIron } from '#lib/session/seal/iron';

const at = testNow.getTime();
const first = { 1: 'the shelves in the cellar are dusted on Mondays' };
const second = { ...first, 2: 'the shelves in the attic are dusted on Fridays' };
/** iron-session knows no other clock than the machine's. */
const years = 10 ** 9;
const reading = { num_visits: 3 };

const saltsOf = (sealed: string) => [sealed.split('*')[2], sealed.split('*')[6]];
const ivOf = (sealed: string) => sealed.split('*')[3];

test('two seals of a minute share their salts, never their initialisation vector', () => {
  const seals = [0, 59_999].map((later) => sealIron(reading, first, 60, at + later));
  const [one = '', other = ''] = seals;
  assert.deepEqual(saltsOf(one), saltsOf(other));
  assert.notEqual(saltsOf(one)[0], saltsOf(one)[1]);
  assert.notEqual(ivOf(one), ivOf(other));
});

test('after a minute, and where the clock went back, keys are new', () => {
  const salts = [0, 60_000, -60_000].flatMap((later) => saltsOf(sealIron(reading, first, 60, at + later)));
  assert.equal(new Set(salts).size, 6);
});

test('a new password seals at once', async () => {
  sealIron(reading, first, years, at);
  const sealed = sealIron(reading, second, years, at);
  assert.deepEqual(await unsealData(sealed, { password: second, ttl: 0 }), reading);
  assert.deepEqual(await unsealData(sealed, { password: { 2: second[2] }, ttl: 0 }), reading);
  assert.deepEqual(await unsealData(sealed, { password: first, ttl: 0 }), {});
});
