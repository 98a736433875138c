import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshDatabase } from '#db/testing/database';
import { settings } from '#lib/env';
import { openSession } from '#lib/session/open-session';
import { saveSession } from '#lib/session/save-session';
import { keepWhileListed } from '#lib/visitor/list-expiry';
import { recordVisit } from '#lib/visitor/record-visit';
import { type LibrarySession, visitorSessions } from '#lib/visitor/session-shape';

freshDatabase();

const day = 24 * 60 * 60;

/** A browser, and for how many days it was last told to keep its cookie. */
function browser() {
  let cookie: string | undefined;
  let kept: number | undefined;
  const cookies = {
    read: () => cookie,
    write: (_: string, value: string, { maxAge }: { maxAge?: number | undefined } = {}) => {
      cookie = value;
      kept = maxAge === undefined ? undefined : maxAge / day;
    },
  };
  const save = async (work: (session: LibrarySession) => unknown) => {
    const context = { https: false, now: new Date() };
    const opened = await openSession(visitorSessions, cookie, context);
    work(opened.session);
    await saveSession(opened, cookies, context);
  };
  return {
    daysKept: () => kept,
    visitHome: () =>
      recordVisit(
        { method: 'GET', target: '/', headers: new Headers(), cookies },
        { kind: 'home' },
        'request',
        new Date(),
      ),
    save,
    change: (work: (session: LibrarySession) => unknown) =>
      save((session) => {
        work(session);
        keepWhileListed(session);
      }),
  };
}

test('a list stays for half a year after the last visit, all else for two weeks', async () => {
  const { change, visitHome, daysKept } = browser();
  await change((session) => session.set('theme', 'dark'));
  assert.equal(daysKept(), 14);
  await change((session) => session.addTo('list', 1));
  assert.equal(daysKept(), 180);
  await visitHome();
  assert.equal(daysKept(), 180);
  await change((session) => session.takeFrom('list', 1));
  assert.equal(daysKept(), 14);
});

test('a list from before stays longer from the next visit on', async () => {
  const { save, visitHome, daysKept } = browser();
  await save((session) => session.set('list', [1]));
  assert.equal(daysKept(), 14);
  await visitHome();
  assert.equal(daysKept(), 180);
});

test('what did not change is not sent', async () => {
  const { change, daysKept } = browser();
  await change(() => {});
  assert.equal(daysKept(), undefined);
});

test('in a reading room a list goes with the browser', async () => {
  const before = { ...settings() };
  Object.assign(settings(), { SESSION_EXPIRE_AT_BROWSER_CLOSE: 'on' });
  try {
    const { change, daysKept } = browser();
    await change((session) => session.addTo('list', 1));
    assert.equal(daysKept(), undefined);
  } finally {
    Object.assign(settings(), before);
  }
});
