import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import Sqlite from 'better-sqlite3';
import type { PgliteDatabase } from 'drizzle-orm/pglite';
import pg from 'pg';
import { isBusy } from '#db/errors';
import { currentLocation, type DatabaseLocation } from '#db/location';

export type Connections =
  | { kind: 'sqlite'; reader: Sqlite.Database; writer: Sqlite.Database; close: () => Promise<void> }
  | { kind: 'server'; pool: pg.Pool; pools: ServerPools; close: () => Promise<void> }
  | { kind: 'embedded'; lite: PGlite; client: PgliteDatabase; close: () => Promise<void> };

/** What is asked has connections by what it is for: however many wait, they leave the others theirs. */
type ServerPools = Record<'library' | 'searches' | 'sessions', pg.Pool>;

const timeoutMs = 5000;

const maxLogSize = 16 * 1024 * 1024;

function openSqlite(file: string): Connections {
  mkdirSync(dirname(file), { recursive: true });
  const writer = new Sqlite(file, { timeout: timeoutMs });
  writeAhead(writer);
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  // After a large import or a long backup the log would keep its size for good.
  writer.pragma(`journal_size_limit = ${maxLogSize}`);
  // Opened, it waits no more: the write queue does, without holding up the event loop.
  writer.pragma('busy_timeout = 0');
  const reader = new Sqlite(file, { readonly: true, timeout: timeoutMs });
  reader.pragma('cache_size = -16384');
  return {
    kind: 'sqlite',
    reader,
    writer,
    close: async () => {
      reader.close();
      writer.close();
    },
  };
}

/** Where two processes open a new file at once, SQLite refuses one of them without heeding its timeout. */
function writeAhead(writer: Sqlite.Database): void {
  for (const start = performance.now(); ; ) {
    try {
      writer.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() - start > timeoutMs) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** Milliseconds. A search that the server ends has no results at all: this is the last resort, not how long one should take. */
export const searchTimeoutMs = 250;

/** Milliseconds. A page waits for no longer to remember a visit. */
export const sessionTimeoutMs = 1000;

/** For one statement, which may wait for others that write the same session. */
const sessionStatementMs = 3000;

/** Milliseconds, where pages are served. Whoever fills or copies a library takes as long as it takes. */
const queryTimeoutMs = 10_000;

/**
 * The time that searches may take is said once, when a connection opens, where saying it for each search would cost a
 * transaction. A server that hangs ends no statement: then the client does, a little later.
 */
function openServer(connectionString: string, limited: boolean): Connections {
  const pools = {
    library: openPool({ connectionString, max: 10, ...(limited && limits(queryTimeoutMs)) }),
    searches: openPool({ connectionString, max: 4, ...limits(searchTimeoutMs) }),
    sessions: openPool({
      connectionString,
      max: 6,
      ...limits(sessionStatementMs),
    }),
  };
  const close = async () => {
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
  };
  return { kind: 'server', pool: pools.library, pools, close };
}

const limits = (ms: number) => ({ statement_timeout: ms, query_timeout: ms + 500 });

function openPool(settings: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionTimeoutMillis: 5000,
    application_name: 'LocalLibrary',
    ...settings,
  });
  // An idle connection that the server ends is replaced at the next query; without this it ends the process.
  pool.on('error', () => {});
  return pool;
}

/** For tests. A library that serves has no such package. */
async function openEmbedded(dump: Blob | undefined): Promise<Connections> {
  const { PGlite } = await import(/* turbopackIgnore: true */ '@electric-sql/pglite');
  const { drizzle } = await import(/* turbopackIgnore: true */ 'drizzle-orm/pglite');
  const lite = await PGlite.create(dump && { loadDataDir: dump });
  return { kind: 'embedded', lite, client: drizzle(lite), close: () => lite.close() };
}

/**
 * Next bundles the proxy and the routes apart, each with its own copy of this module; two writing connections
 * in one process would block the event loop against each other. So there is one set a process.
 */
const shared = globalThis as typeof globalThis & { libraryConnections?: Connections | undefined };

export function connections(location: DatabaseLocation = currentLocation(), limited = true): Connections {
  if (shared.libraryConnections) return shared.libraryConnections;
  if (location.dialect === 'postgresql' && location.embedded)
    throw new Error('Call openConnections() first.');
  shared.libraryConnections =
    location.dialect === 'sqlite' ? openSqlite(location.file) : openServer(location.url, limited);
  return shared.libraryConnections;
}

/**
 * Opens the connections explicitly, as a start, a command or a test does, without a limit to the time of a query; later
 * calls find them open. `dump` is what an embedded database begins with.
 */
export async function openConnections(dump?: Blob): Promise<Connections> {
  const location = currentLocation();
  if (location.dialect === 'postgresql' && location.embedded)
    shared.libraryConnections ??= await openEmbedded(dump);
  return connections(location, false);
}

/** From now on a query on a server has its time: pages are served. */
export async function limitQueries(): Promise<void> {
  if (shared.libraryConnections?.kind === 'server') await closeConnections();
}

export async function closeConnections(): Promise<void> {
  const open = shared.libraryConnections;
  shared.libraryConnections = undefined;
  await open?.close();
}
