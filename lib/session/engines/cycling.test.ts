import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshDatabase, testNow } from '#db/testing/database';
import { sessionStore } from '#lib/session/engines/engine';
import { open } from '#lib/session/seal/seal';
import { after, entriesOf, knownBrowser, type TestBrowser } from '#lib/session/testing/browser';
import { engines, onEngines, storingEngines } from '#lib/session/testing/engines';
import type { TestSession } from '#lib/session/testing/shape';

freshDatabase();

const visit = (session: TestSession) => session.increment('num_visits');
const reader = () => knownBrowser((s) => s.update({ list: [1, 2], language: 'es', num_visits: 7 }));

const identityOf = async (browser: TestBrowser) =>
  (await open<{ id?: string }>(browser.cookie() ?? '', testNow))?.content.id ?? '';

onEngines(storingEngines, () => {
  test('what a late answer changed goes along with the session to its new key', async () => {
    const browser = await reader();
    const [cycling, late] = [await browser.begin(), await browser.begin()];
    cycling.session.cycleKey();
    visit(late.session);
    late.session.addTo('list', 3);
    late.session.set('theme', 'dark');
    await cycling.answer();
    const cookie = browser.cookie();
    await late.answer();
    assert.equal(browser.cookie(), cookie);
    const expected = { list: [1, 2, 3], language: 'es', num_visits: 8, theme: 'dark' };
    assert.deepEqual(await browser.request(entriesOf), expected);
  });

  test('and over several new keys', async () => {
    const browser = await reader();
    const late = await browser.begin();
    for (let n = 0; n < 3; n++) await browser.request((s) => s.cycleKey());
    visit(late.session);
    await late.answer();
    assert.equal(await browser.request((s) => s.get('num_visits')), 8);
  });

  test('what an early answer changed meanwhile is under the new key too', async () => {
    const browser = await reader();
    const [cycling, early] = [await browser.begin(), await browser.begin()];
    cycling.session.cycleKey();
    cycling.session.set('theme', 'dark');
    visit(early.session);
    await early.answer();
    await cycling.answer();
    const expected = { list: [1, 2], language: 'es', num_visits: 8, theme: 'dark' };
    assert.deepEqual(await browser.request(entriesOf), expected);
  });

  test('a request that arrives under the old key while the new one is on its way throws nothing away', async () => {
    const browser = await reader();
    const other = browser.copy();
    const cycling = await browser.begin();
    cycling.session.cycleKey();
    await cycling.answer();
    assert.deepEqual(await other.request((s) => [entriesOf(s), visit(s)]), [{}, 1]);
    assert.deepEqual(other.sent, []);
    assert.equal(await browser.request((s) => s.get('num_visits')), 7);
  });

  test('a minute later whoever still has the old key begins anew', async () => {
    const browser = await reader();
    const thief = browser.copy();
    await browser.request((s) => s.cycleKey());
    assert.deepEqual(await thief.request((s) => [entriesOf(s), visit(s)], { at: after(61) }), [{}, 1]);
    assert.equal(await thief.request((s) => s.get('num_visits'), { at: after(62) }), 1);
    assert.equal(await browser.request((s) => s.get('num_visits'), { at: after(62) }), 7);
  });

  test('of two new keys at once both hold everything, and neither gets what the other request did', async () => {
    const browser = await reader();
    const [one, other] = [await browser.begin(), await browser.begin()];
    one.session.cycleKey();
    other.session.cycleKey();
    visit(other.session);
    await one.answer();
    const first = browser.copy();
    await other.answer();
    assert.notEqual(await identityOf(first), await identityOf(browser));
    assert.equal(await first.request((s) => s.get('num_visits')), 7);
    assert.equal(await browser.request((s) => s.get('num_visits')), 8);
  });

  test('who destroys the session while it gets a new key destroys it under that', async () => {
    const browser = await reader();
    const late = await browser.begin();
    await browser.request((s) => s.cycleKey());
    const copy = browser.copy();
    const id = await identityOf(browser);
    late.session.flush();
    await late.answer();
    assert.deepEqual(await copy.request(entriesOf), {});
    assert.equal(await (await sessionStore())?.read(id, testNow), 'ended');
  });

  test('a session that its first cookie carries takes late changes along as well', async () => {
    const browser = await reader();
    const fresh = browser.copy();
    fresh.kept.clear();
    await fresh.request(visit);
    const [cycling, late] = [await fresh.begin(), await fresh.begin()];
    cycling.session.cycleKey();
    visit(late.session);
    await cycling.answer();
    await late.answer();
    assert.equal(await fresh.request((s) => s.get('num_visits')), 2);
  });
});

onEngines(engines, () => {
  test('a new key alone changes nothing else', async () => {
    const browser = await reader();
    await browser.request((s) => s.cycleKey());
    assert.deepEqual(await browser.request(entriesOf), { list: [1, 2], language: 'es', num_visits: 7 });
  });
});
