import { AsyncLocalStorage } from 'node:async_hooks';
import { type BetterSQLite3Database, drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3';
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres';
import { type Connections, connections } from '#db/connections';
import { isRetryable } from '#db/errors';
import { cachingStatements } from '#db/statement-cache';
import { exclusively } from '#db/write-queue';

/** What both dialects can do. Queries are awaited; `.get()`, `.all()` and `.run()` exist in one of them only. */
export type Database = Omit<BetterSQLite3Database, 'get' | 'all' | 'run' | 'values' | 'transaction'>;
export type Transaction = Database & { readonly __writes: true };

const clients = new WeakMap<Connections, Database>();

function clientOf(open: Connections): Database {
  const known = clients.get(open);
  if (known) return known;
  const client = readClient(open);
  clients.set(open, client);
  return client;
}

function readClient(open: Connections): Database {
  if (open.kind === 'sqlite') return drizzleSqlite(cachingStatements(open.reader));
  const client = open.kind === 'server' ? drizzlePostgres(open.pool) : open.client;
  return client as unknown as Database;
}

/** For reads: sees what is committed, nothing else. On SQLite this connection cannot write. */
export const db: Database = new Proxy({} as Database, {
  get: (_, member) => {
    const client = clientOf(connections());
    const value = Reflect.get(client, member);
    return typeof value === 'function' ? value.bind(client) : value;
  },
});

const writing = new AsyncLocalStorage<true>();

/**
 * For writes: runs `work`, and commits what it did or, if it throws, nothing of it. On SQLite it is alone; on
 * PostgreSQL others write at the same time, so what is read and then written must be locked, or changed in one
 * statement. Work that loses against another is run again, so it must do nothing outside the database, and use `tx`
 * for its reads too; no network, hashing or files either, for others wait.
 */
export async function transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  if (writing.getStore()) throw new Error('A transaction inside a transaction: pass `tx` on instead.');
  const open = connections();
  return writing.run(true, () =>
    open.kind === 'sqlite' ? writeSqlite(open.writer, work) : writePostgres(open, work),
  );
}

function writeSqlite<Result>(
  writer: Extract<Connections, { kind: 'sqlite' }>['writer'],
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const client = writers.get(writer) ?? drizzleSqlite(cachingStatements(writer));
  writers.set(writer, client);
  return exclusively(writer, () => work(client as unknown as Transaction));
}

const writers = new WeakMap<object, BetterSQLite3Database>();

async function writePostgres<Result>(
  open: Exclude<Connections, { kind: 'sqlite' }>,
  work: (tx: Transaction) => Promise<Result>,
  attempt = 1,
): Promise<Result> {
  const client = open.kind === 'server' ? drizzlePostgres(open.pool) : open.client;
  try {
    return await client.transaction((tx) => work(tx as unknown as Transaction));
  } catch (error) {
    if (attempt >= 8 || !isRetryable(error)) throw error;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
    return writePostgres(open, work, attempt + 1);
  }
}
