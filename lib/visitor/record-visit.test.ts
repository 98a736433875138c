import assert from 'node:assert/strict';
import { test } from 'node:test';
import { execute, freshDatabase } from '#db/testing/database';
import { today } from '#lib/clock';
import { settings } from '#lib/env';
import { openSession } from '#lib/session/open-session';
import { onEngines, storingEngines } from '#lib/session/testing/engines';
import { recordVisit } from '#lib/visitor/record-visit';
import { visitorSessions } from '#lib/visitor/session-shape';
import { daysSince1970 } from '#lib/visitor/visit-days';

freshDatabase();

/** A browser; `visit` returns what takes the visit back where its page fails. */
function reader() {
  let cookie: string | undefined;
  const cookies = {
    read: () => cookie,
    write: (_: string, value: string) => {
      cookie = value;
    },
  };
  const visit = (page: Parameters<typeof recordVisit>[1], now = new Date()) =>
    recordVisit({ method: 'GET', target: '/', headers: new Headers(), cookies }, page, 'request', now);
  const remembered = async () => {
    const { session } = await openSession(visitorSessions, cookie, { now: new Date() });
    return Object.fromEntries(session);
  };
  return { visit, remembered };
}

const home = { kind: 'home' } as const;
const book = (id: number) => ({ kind: 'book', id }) as const;

onEngines(storingEngines, (engine) => {
  test('a home page that failed was not visited', async () => {
    const { visit, remembered } = reader();
    for (const _ of [1, 2]) await visit(home);
    const takeBack = await visit(home);
    assert.equal((await remembered()).num_visits, 3);
    await takeBack?.();
    assert.equal((await remembered()).num_visits, 2);
  });

  test('the days of the last visits are kept, each once, and not that of a page that failed', async () => {
    const { visit, remembered } = reader();
    const ago = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000);
    const kept = async () => (await remembered()).visitDays;
    for (const days of [12, 11, 11, 10, 8, 5, 1]) await visit(home, ago(days));
    const last = [1, 5, 8, 10, 11].map((days) => daysSince1970(today(ago(days), settings().TIME_ZONE)));
    assert.deepEqual(await kept(), last);
    await (await visit(home, ago(0)))?.();
    assert.deepEqual(await kept(), last);
  });

  test('a book whose page failed was not looked at, and an older look at it stays where it was', async () => {
    const { visit, remembered } = reader();
    for (const id of [1, 2, 3]) await visit(book(id));
    await (await visit(book(9)))?.();
    assert.deepEqual((await remembered()).viewed, [3, 2, 1]);
    await (await visit(book(1)))?.();
    assert.deepEqual((await remembered()).viewed, [3, 2, 1]);
    await (await visit(book(3)))?.();
    assert.deepEqual((await remembered()).viewed, [3, 2, 1]);
  });

  test('what was looked at meanwhile stays', async () => {
    const { visit, remembered } = reader();
    for (const id of [1, 2]) await visit(book(id));
    const takeBack = await visit(book(9));
    await visit(book(5));
    await takeBack?.();
    assert.deepEqual((await remembered()).viewed, [5, 2, 1]);
  });

  test('where there is no session any more nothing is taken back, and nothing fails', async () => {
    const { visit, remembered } = reader();
    for (const _ of [1, 2]) await visit(home);
    const takeBack = await visit(home);
    if (engine !== 'database') return;
    await execute('delete from session_values');
    await takeBack?.();
    assert.deepEqual(await remembered(), {});
    await execute('alter table sessions rename to put_away');
    try {
      await takeBack?.();
    } finally {
      await execute('alter table put_away rename to sessions');
    }
  });
});
