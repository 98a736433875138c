import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { type Engine, newDatabase, runForEach } from './engines.ts';
import { printTable, seconds, written } from './figures.ts';
import { wholeNumber } from './whole-number.ts';

const options = {
  engine: { type: 'string', default: 'all' },
  sessions: { type: 'string', default: '100000' },
} as const;

type Store = Engine | 'redis';

/**
 * How long the event loop stands still at most while expired sessions are removed, which is how long nobody is served:
 * of a database that holds so many of them and a tenth as many that last, or of Redis (`REDIS_URL`), where all last.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const sessions = wholeNumber(values.sessions);
  if (values.engine === 'all') {
    const stores: Store[] = ['sqlite', 'postgresql', ...(process.env.REDIS_URL ? (['redis'] as const) : [])];
    return runForEach(stores as Engine[], 'clear-sessions', ['--sessions', values.sessions]);
  }
  await using open = new AsyncDisposableStack();
  const isRedis = values.engine === 'redis';
  const where = await newDatabase(isRedis ? 'sqlite' : (values.engine as Engine), open);
  process.env.SESSION_ENGINE = isRedis ? 'redis' : 'database';
  await prepare(open);
  await fill(isRedis, sessions);
  const { clearExpiredSessions } = await import('#lib/session/expiry');
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  const removed = await clearExpiredSessions(new Date());
  const took = performance.now() - began;
  delay.disable();
  printTable([
    [isRedis ? 'Redis' : where, 'removed', 'took', 'longest pause', 'due'],
    [
      `${written(sessions)} sessions`,
      written(removed),
      seconds(took),
      `${written(delay.max / 1e6, 1)} ms`,
      '50 ms',
    ],
  ]);
}

async function prepare(open: AsyncDisposableStack): Promise<void> {
  const { closeConnections, openConnections } = await import('#db/connections');
  const { migrate } = await import('#db/migrate');
  await openConnections();
  open.defer(closeConnections);
  await migrate({ now: new Date() });
}

async function fill(isRedis: boolean, sessions: number): Promise<void> {
  const { storages } = await import('#lib/session/testing/many-sessions');
  const hour = 60 * 60 * 1000;
  const ends = new Date(Date.now() + (isRedis ? hour : -hour));
  const store = isRedis ? storages.memory : storages.database;
  await store({ expired: sessions, lasting: Math.round(sessions / 10), ends });
}
