import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { db, transaction } from '#db/client';
import { currentLocation } from '#db/location';
import { engine, freshDatabase } from '#db/testing/database';
import { knownBrowser } from '#lib/session/testing/browser';
import { chooseEngine } from '#lib/session/testing/engines';

freshDatabase();

/** Another program holds what a session needs, until it is told to let go. */
async function lockSessions(): Promise<() => Promise<void>> {
  const location = currentLocation();
  if (location.dialect === 'sqlite') {
    const other = new Sqlite(location.file);
    other.exec('BEGIN IMMEDIATE');
    return async () => void other.exec('ROLLBACK').close();
  }
  const other = new pg.Client({ connectionString: location.url });
  await other.connect();
  await other.query('BEGIN; LOCK TABLE sessions IN ACCESS EXCLUSIVE MODE');
  return () => other.end();
}

const alone = engine === 'embedded' && 'an embedded database has one connection';

test('pages wait for no session that somebody locked, and others ask meanwhile', {
  skip: alone,
  timeout: 30_000,
}, async () => {
  await chooseEngine('database');
  const browsers = await Promise.all(
    Array.from({ length: 20 }, () => knownBrowser((s) => s.set('num_visits', 7))),
  );
  const unlock = await lockSessions();
  try {
    const visits = browsers.map((browser) => browser.request((s) => s.increment('num_visits')));
    assert.equal(
      (await db.select({ one: sql<number>`1` }).from(sql`library_settings`).limit(1)).length <= 1,
      true,
    );
    await Promise.all(visits);
    for (const browser of browsers) assert.deepEqual(browser.sent, []);
  } finally {
    await unlock();
  }
  await transaction(async () => {});
  // Whoever waits no longer may still be served.
  const visits = (await browsers[0]?.request((s) => s.get('num_visits'))) ?? 0;
  assert.ok([7, 8].includes(visits), `${visits}`);
  assert.equal(await browsers[0]?.request((s) => s.increment('num_visits')), visits + 1);
  await chooseEngine('cookie');
});

test('nor do they because others come to the same locked door', {
  skip: alone,
  timeout: 60_000,
}, async () => {
  await chooseEngine('database');
  const browsers = await Promise.all(
    Array.from({ length: 24 }, () => knownBrowser((s) => s.set('num_visits', 7))),
  );
  const unlock = await lockSessions();
  try {
    let begun = 0;
    const visits = browsers.map(async (browser, n) => {
      await pause(n * 250);
      begun += 1;
      await browser.request((s) => s.increment('num_visits'));
    });
    await visits[0];
    assert.ok(begun < browsers.length, 'the first waited until nobody came any more');
    await Promise.all(visits);
  } finally {
    await unlock();
    await chooseEngine('cookie');
  }
});
