import assert from 'node:assert/strict';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { nodeCookies } from 'iron-session';
import { testNow as now } from '#db/test-database';
import { type Cookies, loadSession, SessionTooLargeError, saveSession } from '#lib/session/store';

type Written = { name: string; value: string; attributes: Record<string, unknown> };

/** What a browser keeps, and what was sent to it. */
class Browser {
  kept = new Map<string, string>();
  written: Written[] = [];

  get cookies(): Cookies {
    return {
      read: (name) => this.kept.get(name),
      write: (name, value, attributes) => {
        this.written.push({ name, value, attributes: { ...attributes } });
        if (attributes.maxAge === 0) this.kept.delete(name);
        else this.kept.set(name, value);
      },
    };
  }

  /** One request: the session is opened, used and saved. Returns what `use` returned. */
  async visit<Result>(
    use: (session: Awaited<ReturnType<typeof loadSession>>) => Result,
    { https = false, at = now } = {},
  ): Promise<Result> {
    this.written = [];
    const name = https ? '__Host-library-session' : 'library-session';
    const session = await loadSession(this.kept.get(name), { now: at });
    const result = use(session);
    await saveSession(session, this.cookies, { https, now: at });
    return result;
  }
}

const later = (seconds: number) => ({ at: new Date(now.getTime() + seconds * 1000) });
const count = async (browser: Browser, request = {}) =>
  browser.visit((session) => session.increment('visits'), request);

describe('no cookie is set', () => {
  const silent: [string, Parameters<Browser['visit']>[0]][] = [
    ['for an untouched session', () => {}],
    ['for one that was read', (s) => [s.get('visits'), s.keys(), s.size, s.testCookieWorked()]],
    ['for one whose missing values were deleted', (s) => s.delete('visits')],
  ];
  const neverHeld: typeof silent = [
    ['for a new one that was cleared', (s) => s.clear()],
    ['for a new one that was flushed', (s) => s.flush()],
    ['for a new one whose value went again', (s) => [s.set('visits', 1), s.delete('visits')]],
    ['for a new, empty one that is to be refreshed', (s) => Object.assign(s, { modified: true })],
  ];
  for (const [name, use] of [...silent, ...neverHeld]) {
    test(name, async () => {
      const browser = new Browser();
      await browser.visit(use);
      assert.deepEqual(browser.written, []);
    });
  }
  for (const [name, use] of silent) {
    test(`${name}, with data`, async () => {
      const browser = new Browser();
      await browser.visit((s) => s.set('language', 'es'));
      await browser.visit(use);
      assert.deepEqual(browser.written, []);
    });
  }
});

test('a modified session sets one cookie, for two weeks', async () => {
  const browser = new Browser();
  await count(browser);
  assert.equal(browser.written.length, 1);
  assert.equal(browser.written[0]?.name, 'library-session');
  assert.deepEqual(browser.written[0]?.attributes, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: false,
    maxAge: 1_209_600,
  });
});

test('over https the cookie is secure and bound to the host', async () => {
  const browser = new Browser();
  await count(browser, { https: true });
  assert.equal(browser.written[0]?.name, '__Host-library-session');
  assert.equal(browser.written[0]?.attributes.secure, true);
  assert.equal(await count(browser, { https: true }), 2);
});

test('the cookie says nothing about what it holds', async () => {
  const browser = new Browser();
  await browser.visit((s) => s.set('closedNotices', ['demonstration']));
  assert.doesNotMatch(browser.written[0]?.value ?? '', /demonstration|closedNotices/);
});

test('a browser counts 1, 2, 3, and another browser starts at 1', async () => {
  const browser = new Browser();
  assert.deepEqual([await count(browser), await count(browser), await count(browser)], [1, 2, 3]);
  assert.equal(await count(new Browser()), 1);
});

test('a change inside a value is saved', async () => {
  const browser = new Browser();
  await browser.visit((s) => s.set('closedNotices', ['demo']));
  await browser.visit((s) => s.get('closedNotices')?.push('hours'));
  assert.deepEqual(await browser.visit((s) => s.get('closedNotices')), ['demo', 'hours']);
});

test('a session ends two weeks after its last change', async () => {
  const browser = new Browser();
  await count(browser);
  assert.equal(await browser.visit((s) => s.get('visits'), later(1_209_599)), 1);
  assert.equal(await browser.visit((s) => s.get('visits'), later(1_209_600)), undefined);
  assert.equal(await count(browser, later(1_209_600)), 1);
});

test('reading does not prolong a session, refreshing does', async () => {
  const browser = new Browser();
  await browser.visit((s) => [s.setExpiry(60), s.set('visits', 1)]);
  await browser.visit((s) => s.get('visits'), later(50));
  assert.equal(await browser.visit((s) => s.has('visits'), later(61)), false);
  await browser.visit((s) => Object.assign(s, { modified: true }), later(50));
  assert.equal(browser.written[0]?.attributes.maxAge, 60);
  assert.equal(await browser.visit((s) => s.has('visits'), later(109)), true);
});

test('a session until the browser closes has no age', async () => {
  const browser = new Browser();
  await browser.visit((s) => [s.setExpiry(0), s.set('visits', 1)]);
  assert.equal('maxAge' in (browser.written[0]?.attributes ?? {}), false);
});

test('a session until a fixed moment is not prolonged', async () => {
  const browser = new Browser();
  await browser.visit((s) => [s.setExpiry(later(100).at), s.set('visits', 1)]);
  assert.equal(await count(browser, later(90)), 2);
  assert.equal(browser.written[0]?.attributes.maxAge, 10);
  assert.equal(await count(browser, later(100)), 1);
});

test('clear keeps the session, empty', async () => {
  const browser = new Browser();
  await count(browser);
  await browser.visit((s) => s.clear());
  assert.equal(browser.written.length, 1);
  assert.equal(await count(browser), 1);
});

test('flush deletes the cookie', async () => {
  const browser = new Browser();
  await count(browser);
  await browser.visit((s) => s.flush());
  assert.deepEqual(browser.written, [
    {
      name: 'library-session',
      value: '',
      attributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: false, maxAge: 0 },
    },
  ]);
});

test('what is written after flush starts a new session', async () => {
  const browser = new Browser();
  await browser.visit((s) => s.set('language', 'es'));
  await browser.visit((s) => [s.flush(), s.increment('visits')]);
  assert.deepEqual(await browser.visit((s) => s.entries()), [['visits', 1]]);
});

test('a browser that keeps cookies is known at the next request', async () => {
  const browser = new Browser();
  await browser.visit((s) => s.setTestCookie());
  assert.equal(await browser.visit((s) => s.testCookieWorked()), true);
  await browser.visit((s) => s.deleteTestCookie());
  assert.equal(await browser.visit((s) => s.testCookieWorked()), false);
});

test('a test cookie outlives the flush before it', async () => {
  const browser = new Browser();
  await count(browser);
  await browser.visit((s) => [s.flush(), s.setTestCookie()]);
  assert.equal(await browser.visit((s) => s.testCookieWorked()), true);
});

test('a cookie of garbage is an empty session, replaced when there is something to keep', async () => {
  const browser = new Browser();
  browser.kept.set('library-session', 'Fe26.2*1*garbage');
  assert.deepEqual(await browser.visit((s) => s.entries()), []);
  assert.deepEqual(browser.written, []);
  assert.equal(await count(browser), 1);
  assert.equal(await count(browser), 2);
});

test('a session for reading only refuses to be written', async () => {
  const session = await loadSession(undefined, { now, readOnly: true });
  assert.throws(() => session.increment('visits'), /withSession/);
});

/** As long as the shape allows, and three bytes a character. */
const notices = (number: number) =>
  Array.from({ length: number }, (_, n) => String(n).padStart(40, 'お知らせ'));

test('a session that does not fit names its keys and their sizes, and nothing is sent', async () => {
  const browser = new Browser();
  await count(browser);
  const cookie = browser.kept.get('library-session');
  const saving = browser.visit((s) => [s.set('visits', 7), s.set('closedNotices', notices(50))]);
  await assert.rejects(saving, (error) => {
    assert.ok(error instanceof SessionTooLargeError);
    assert.match(error.message, /4096 bytes: visits 1, closedNotices 5971 bytes/);
    return true;
  });
  assert.deepEqual(browser.written, []);
  assert.equal(browser.kept.get('library-session'), cookie);
});

test('whatever is sent fits into the 4,096 bytes of a browser', async () => {
  const header = async (values: string[], https: boolean) => {
    const request = new IncomingMessage(new Socket());
    const response = new ServerResponse(request);
    const session = await loadSession(undefined, { now });
    session.set('closedNotices', values);
    await saveSession(session, nodeCookies(request, response), { https, now });
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
