import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshDatabase, runApart, engine as sql, testNow } from '#db/testing/database';
import { entriesOf, knownBrowser } from '#lib/session/testing/browser';
import { chooseEngine } from '#lib/session/testing/engines';

freshDatabase();

/** A process that opens one session fifty times, adds a visit to each and to one a key, then saves them all. */
const visiting = (cookie: string, key: string) => `
  import { closeConnections, openConnections } from '#db/connections';
  import { openSession } from '#lib/session/testing/shape';
  import { saveSession } from '#lib/session/save-session';
  await openConnections();
  const context = { now: new Date(${testNow.getTime()}), https: false };
  const cookies = { read: () => '', write: () => {} };
  const opening = Array.from({ length: 50 }, () => openSession(${JSON.stringify(cookie)}, context));
  const opened = await Promise.all(opening);
  for (const { session } of opened) session.increment('num_visits');
  opened[0].session.set(${key});
  await Promise.all(opened.map((each) => saveSession(each, cookies, context)));
  console.log(Math.max(...opened.map(({ session }) => session.get('num_visits'))));
  await closeConnections();`;

const alone = sql === 'embedded' && 'an embedded database has one process';

for (const [name, browserOf] of [
  ['a known session', () => knownBrowser((s) => s.update({ num_visits: 1, list: [3, 1] }))],
  ['a session that is not stored yet', () => knownButForgotten()],
] as const) {
  test(`two processes that count ${name} at once lose nothing`, { skip: alone }, async () => {
    await chooseEngine('database');
    const browser = await browserOf();
    const settings = { SESSION_ENGINE: 'database' };
    const cookie = browser.cookie() ?? '';
    const answers = await Promise.all([
      runApart(visiting(cookie, "'theme', 'dark'"), settings),
      runApart(visiting(cookie, "'language', 'es'"), settings),
    ]);
    assert.deepEqual(
      answers.map(({ stderr }) => stderr),
      ['', ''],
    );
    const kept = { num_visits: 101, language: 'es', theme: 'dark', list: [3, 1] };
    assert.deepEqual(await browser.request(entriesOf), kept);
    assert.ok(answers.some(({ stdout }) => stdout === '101'));
  });
}

async function knownButForgotten() {
  await chooseEngine('cookie');
  const browser = await knownBrowser((s) => s.update({ num_visits: 1, list: [3, 1] }));
  await chooseEngine('database');
  return browser;
}
