import { AsyncLocalStorage } from 'node:async_hooks';
import { type BetterSQLite3Database, drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { type Connections, connections, sessionTimeoutMs } from '#db/connections';
import { isRetryable } from '#db/errors';
import { cachingStatements } from '#db/statement-cache';
import { exclusively } from '#db/write-queue';

/** What both dialects can do. Queries are awaited; `.get()`, `.all()` and `.run()` exist in one of them only. */
export type Database = Omit<BetterSQLite3Database, 'get' | 'all' | 'run' | 'values' | 'transaction'>;
export type Transaction = Database & { readonly __writes: true };

/** Sessions have connections of their own to a server, so that neither can take them all from the other. */
type Purpose = 'library' | 'sessions';

const clients = {
  library: new WeakMap<Connections, Database>(),
  sessions: new WeakMap<Connections, Database>(),
};

function clientOf(open: Connections, purpose: Purpose): Database {
  const known = clients[purpose].get(open);
  if (known) return known;
  const client = readClient(open, purpose);
  clients[purpose].set(open, client);
  return client;
}

function readClient(open: Connections, purpose: Purpose): Database {
  if (open.kind === 'sqlite') return drizzleSqlite(cachingStatements(open.reader));
  const client = open.kind === 'server' ? drizzlePostgres(open.pools[purpose]) : open.client;
  return client as unknown as Database;
}

const reads = (purpose: Purpose): Database =>
  new Proxy({} as Database, {
    get: (_, member) => {
      const client = clientOf(connections(), purpose);
      const value = Reflect.get(client, member);
      return typeof value === 'function' ? value.bind(client) : value;
    },
  });

/** For reads: sees what is committed, nothing else. On SQLite this connection cannot write. */
export const db = reads('library');

/** As `db`, for what is remembered about browsers. */
export const sessionReads = reads('sessions');

const writing = new AsyncLocalStorage<true>();

/**
 * For writes: runs `work`, and commits what it did or, if it throws, nothing of it. On SQLite it is alone; on
 * PostgreSQL others write at the same time, so what is read and then written must be locked, or changed in one
 * statement. Work that loses against another is run again, so it must do nothing outside the database, and use `tx`
 * for its reads too; no network, hashing or files either, for others wait.
 */
export const transaction = <Result>(work: Work<Result>): Promise<Result> => write('library', work);

/** As `transaction`, for what is remembered about browsers; gives up after a second, for a page waits. */
export const sessionTransaction = <Result>(work: Work<Result>): Promise<Result> =>
  write('sessions', work, sessionTimeoutMs);

type Work<Result> = (tx: Transaction) => Promise<Result>;

async function write<Result>(purpose: Purpose, work: Work<Result>, patienceMs?: number): Promise<Result> {
  if (writing.getStore()) throw new Error('A transaction inside a transaction: pass `tx` on instead.');
  const open = connections();
  return writing.run(true, () =>
    open.kind === 'sqlite' ? writeSqlite(open.writer, work, patienceMs) : writePostgres(open, purpose, work),
  );
}

function writeSqlite<Result>(
  writer: Extract<Connections, { kind: 'sqlite' }>['writer'],
  work: Work<Result>,
  patienceMs: number | undefined,
): Promise<Result> {
  const client = writers.get(writer) ?? drizzleSqlite(cachingStatements(writer));
  writers.set(writer, client);
  return exclusively(writer, () => work(client as unknown as Transaction), patienceMs);
}

const writers = new WeakMap<object, BetterSQLite3Database>();

async function writePostgres<Result>(
  open: Exclude<Connections, { kind: 'sqlite' }>,
  purpose: Purpose,
  work: Work<Result>,
  attempt = 1,
): Promise<Result> {
  const client = open.kind === 'server' ? drizzlePostgres(open.pools[purpose]) : open.client;
  try {
    return await client.transaction((tx) => work(tx as unknown as Transaction));
  } catch (error) {
    if (attempt >= 8 || !isRetryable(error)) throw error;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
    return writePostgres(open, purpose, work, attempt + 1);
  }
}
