import assert from 'node:assert/strict';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { execute, freshDatabase } from '#db/testing/database';
import { reachSessionStore } from '#lib/boot/scheduler';
import { StartupError } from '#lib/boot/startup-error';
import { settings } from '#lib/env';
import { closeSessionStore, sessionStore } from '#lib/session/engines/engine';
import { entriesOf, knownBrowser, TestBrowser } from '#lib/session/testing/browser';
import { chooseEngine, redisUrl } from '#lib/session/testing/engines';
import type { TestSession } from '#lib/session/testing/shape';

freshDatabase();

const visit = (session: TestSession) => session.increment('num_visits');

const shared = globalThis as typeof globalThis & { libraryLog?: pino.Logger | undefined };
let warnings: { msg: string }[] = [];

beforeEach(() => {
  warnings = [];
  const write = (line: string) => void warnings.push(JSON.parse(line));
  shared.libraryLog = pino({ level: 'warn' }, { write });
});
afterEach(async () => {
  await closeSessionStore();
  shared.libraryLog = undefined;
});

type Breakable = { begin: () => Promise<void>; breakDown: () => unknown; repair: () => unknown };

const folder = () => join(settings().DATA_DIR, 'sessions');

const breakable: Record<'database' | 'file', Breakable> = {
  database: {
    begin: () => chooseEngine('database'),
    breakDown: () => execute('alter table sessions rename to put_away'),
    repair: () => execute('alter table put_away rename to sessions'),
  },
  file: {
    begin: () => chooseEngine('file'),
    breakDown: () => {
      renameSync(folder(), `${folder()}-put-away`);
      writeFileSync(folder(), 'in the way');
    },
    repair: () => {
      rmSync(folder());
      renameSync(`${folder()}-put-away`, folder());
    },
  },
};

for (const [name, { begin, breakDown, repair }] of Object.entries(breakable)) {
  describe(`while ${name} does not work,`, () => {
    let browser: TestBrowser;

    beforeEach(async () => {
      await begin();
      browser = await knownBrowser((s) => s.update({ num_visits: 7, language: 'es' }));
    });

    test('a session is empty, nothing is written over it, and it is there again afterwards', async () => {
      await breakDown();
      const seen = await browser.request((s) => [entriesOf(s), visit(s)]);
      assert.deepEqual(seen, [{}, 1]);
      assert.deepEqual(browser.sent, []);
      assert.deepEqual(
        warnings.map(({ msg }) => msg),
        ['the session store does not answer'],
      );
      await repair();
      assert.equal(await browser.request(visit), 8);
      assert.equal(warnings.length, 1);
    });

    test('neither a new key nor a destruction gets lost halfway', async () => {
      await breakDown();
      await browser.request((s) => s.cycleKey());
      await browser.request((s) => s.flush());
      assert.deepEqual(browser.sent, []);
      await repair();
      assert.deepEqual(await browser.request(entriesOf), { num_visits: 7, language: 'es' });
    });

    test('a request that began before loses its change, not the page', async () => {
      const running = await browser.begin();
      visit(running.session);
      await breakDown();
      await running.answer();
      assert.deepEqual(browser.sent, []);
      assert.deepEqual(
        warnings.map(({ msg }) => msg),
        ['the session could not be stored'],
      );
      await repair();
      assert.deepEqual(await browser.request(entriesOf), { num_visits: 7, language: 'es' });
    });

    test('a new browser is counted by its cookie', async () => {
      await breakDown();
      const stranger = new TestBrowser();
      assert.equal(await stranger.request(visit), 1);
      assert.equal(warnings.length, 0);
      await repair();
      assert.equal(await stranger.request(visit), 2);
    });
  });
}

/** Stands between us and Redis: `close` cuts every connection, `silent` lets nothing through any more. */
class Wire {
  server: Server | undefined;
  silent = false;
  sockets = new Set<Socket>();

  async open(port: number): Promise<number> {
    const server = createServer((near) => this.join(near));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const address = server.address();
    return typeof address === 'object' ? (address?.port ?? 0) : 0;
  }

  join(near: Socket): void {
    const { hostname, port } = new URL(redisUrl ?? '');
    const far = connect(Number(port || 6379), hostname);
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.on('error', () => {});
    }
    near.on('data', (bytes) => this.silent || far.write(bytes));
    far.on('data', (bytes) => this.silent || near.write(bytes));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  }

  close(): void {
    this.server?.close();
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }
}

async function reached(): Promise<void> {
  for (let attempts = 0; attempts < 100; attempts++) {
    try {
      await (await sessionStore())?.reach();
      return;
    } catch {
      await pause(50);
    }
  }
  assert.fail('Redis was not reached again.');
}

describe('Redis', { skip: redisUrl ? false : 'TEST_REDIS_URL names no Redis' }, () => {
  const wire = new Wire();
  let port: number;

  beforeEach(async () => {
    port = await wire.open(0);
    await chooseEngine('redis');
    settings().REDIS_URL = `redis://127.0.0.1:${port}`;
  });
  afterEach(() => {
    wire.silent = false;
    wire.close();
  });

  test('that goes away while the library runs costs one warning a request, and comes back', async () => {
    const browser = await knownBrowser((s) => s.set('num_visits', 7));
    wire.close();
    assert.deepEqual(await browser.request((s) => [entriesOf(s), visit(s)]), [{}, 1]);
    assert.deepEqual(browser.sent, []);
    assert.equal(warnings.length, 1);
    await wire.open(port);
    await reached();
    assert.equal(await browser.request(visit), 8);
  });

  test('that says nothing any more holds a page up for two seconds at most', async () => {
    const browser = await knownBrowser((s) => s.set('num_visits', 7));
    wire.silent = true;
    const started = performance.now();
    assert.deepEqual(await browser.request(entriesOf), {});
    assert.ok(performance.now() - started < 4000);
    assert.equal(warnings.length, 1);
  });

  test('that is away at the start is named', async () => {
    wire.close();
    await assert.rejects(reachSessionStore(settings()), (error) => {
      assert.ok(error instanceof StartupError);
      assert.match(error.message, new RegExp(`^Redis at 127.0.0.1:${port} could not be used .*ECONNREFUSED`));
      assert.match(error.message, /REDIS_URL\.$/);
      return true;
    });
  });

  test('that is there at the start is used', async () => {
    await reachSessionStore(settings());
    const browser = await knownBrowser(visit);
    assert.equal(await browser.request(visit), 2);
  });
});
