import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import { dialect } from '#db/columns';
import { type Connections, openConnections } from '#db/connections';
import { isForSearch } from './search-subject.ts';

/** Bytes of all tables and indexes, and of those that are there for search alone. */
export async function databaseSize(): Promise<{ whole: number; forSearch: number }> {
  const parts = dialect === 'postgresql' ? await postgresParts() : await sqliteParts();
  const sum = (chosen: typeof parts) => chosen.reduce((total, { bytes }) => total + Number(bytes), 0);
  return { whole: sum(parts), forSearch: sum(parts.filter(({ name }) => isForSearch(name))) };
}

const sqliteParts = () =>
  db
    .select({ name: sql<string>`name`, bytes: sql<number>`sum(pgsize)` })
    .from(sql`dbstat`)
    .groupBy(sql`name`);

/** A table with what it stores apart for its long values; its indexes are rows of their own. */
const postgresParts = () =>
  db
    .select({
      name: sql<string>`relname`,
      bytes: sql<number>`case relkind when 'i' then pg_relation_size(oid) else pg_table_size(oid) end`,
    })
    .from(sql`pg_class`)
    .where(sql`relnamespace = 'public'::regnamespace and relkind in ('r', 'i', 'm')`);

/** What a library in use has had done for it: statistics (PostgreSQL's autovacuum), and a written-back log (SQLite). */
export async function settle(): Promise<void> {
  const open: Connections = await openConnections();
  if (open.kind === 'sqlite') open.writer.pragma('wal_checkpoint(truncate)');
  if (open.kind === 'server') await open.pool.query('vacuum analyze');
  if (open.kind === 'embedded') await open.lite.exec('vacuum analyze');
}
