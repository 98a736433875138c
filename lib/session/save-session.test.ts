import assert from 'node:assert/strict';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { test } from 'node:test';
import { nodeCookies } from 'iron-session';
import { freshDatabase, testNow as now } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import { SessionTooLargeError, saveSession } from '#lib/session/save-session';
import { entriesOf, knownBrowser, TestBrowser } from '#lib/session/testing/browser';
import { engines, onEngines, storingEngines } from '#lib/session/testing/engines';
import { openSession } from '#lib/session/testing/shape';

freshDatabase();

/** As long as the shape allows, and three bytes a character. */
const notices = (number: number) =>
  Array.from({ length: number }, (_, n) => String(n).padStart(40, 'お知らせ'));

const tooLarge = (error: unknown) => {
  assert.ok(error instanceof SessionTooLargeError);
  assert.match(error.message, /4096 bytes: num_visits 1, closedNotices 5971 bytes/);
  return true;
};

onEngines(['cookie'], () => {
  test('a session that does not fit names its keys and their sizes, and nothing is sent', async () => {
    const browser = await knownBrowser((s) => s.set('num_visits', 1));
    browser.sent = [];
    const cookie = browser.cookie();
    const saving = browser.request((s) => s.update({ num_visits: 7, closedNotices: notices(50) }));
    await assert.rejects(saving, tooLarge);
    assert.deepEqual(browser.sent, []);
    assert.equal(browser.cookie(), cookie);
  });
});

onEngines(storingEngines, () => {
  test('a browser may have more than fits into a cookie, known or new', async () => {
    const browser = await knownBrowser((s) => s.set('num_visits', 1));
    await browser.request((s) => s.set('closedNotices', notices(50)));
    assert.equal(await browser.request((s) => s.require('closedNotices').length), 50);
    const stranger = new TestBrowser();
    await stranger.request((s) => s.update({ num_visits: 7, closedNotices: notices(50) }));
    assert.deepEqual(await stranger.request(entriesOf), { num_visits: 7, closedNotices: notices(50) });
  });
});

onEngines(engines, () => {
  test('all that a reader can have remembered fits', async () => {
    const book = (n: number) => 2_147_483_647 - n;
    const most = {
      num_visits: Number.MAX_SAFE_INTEGER,
      language: 'pt-BR',
      closedNotices: ['demonstration'],
      pageSize: 100,
      sort: 'newest',
      theme: 'system',
      viewed: Array.from({ length: 12 }, (_, n) => book(n)),
      list: Array.from({ length: 150 }, (_, n) => book(n)),
    } as const;
    const browser = new TestBrowser();
    await browser.request((s) => [s.setTestCookie(), s.setExpiry(9_999_999)]);
    await browser.request((s) => s.update({ ...most, closedNotices: [...most.closedNotices] }));
    assert.deepEqual(await browser.request(entriesOf), most);
  });
});

test('whatever is sent fits into the 4,096 bytes of a browser', async () => {
  const header = async (values: string[], https: boolean) => {
    const request = new IncomingMessage(new Socket());
    const response = new ServerResponse(request);
    const opened = await openSession(undefined, { now });
    opened.session.set('closedNotices', values);
    await saveSession(opened, nodeCookies(request, response), { https, now });
    return String(response.getHeader('set-cookie'));
  };
  let refused = 0;
  const few = fc.array(fc.string({ unit: fc.constantFrom('お', 'a', '"'), minLength: 20, maxLength: 40 }), {
    minLength: 20,
    maxLength: 50,
  });
  await fc.assert(
    fc.asyncProperty(few, fc.boolean(), async (values, https) => {
      try {
        assert.ok((await header(values, https)).length <= 4096);
      } catch (error) {
        if (!(error instanceof SessionTooLargeError)) throw error;
        refused++;
      }
    }),
  );
  assert.ok(refused > 0);
  assert.ok((await header(notices(15), true)).length <= 4096);
});

test('a session for reading only refuses to be written', async () => {
  const { session } = await openSession(undefined, { now, readOnly: true });
  assert.throws(() => session.increment('num_visits'), /withSession/);
});
