import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { db, type Transaction, transaction } from '#db/client';
import { dialect } from '#db/columns';
import { type Connections, openConnections } from '#db/connections';
import { currentLocation } from '#db/location';
import { runStatement } from '#db/statement';

/** The number is arbitrary, but the same in every process: PostgreSQL lets one of them migrate. */
const advisoryLock = 7_303_014;

export type MigrateOutcome =
  | { ok: true; applied: number; copiedTo: string | undefined }
  | { ok: false; reason: 'database-is-newer' };

type Options = { folder?: string; now: Date };

/** Brings the database to the schema of this version, all of it or nothing; a database with data is copied aside first. */
export async function migrate({
  folder = `db/migrations/${dialect}`,
  now,
}: Options): Promise<MigrateOutcome> {
  const open = await openConnections();
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  const before = await lastApplied();
  if (before > lastOf(migrations)) return { ok: false, reason: 'database-is-newer' };
  if (before === lastOf(migrations)) return { ok: true, applied: 0, copiedTo: undefined };
  const copiedTo = before > 0 ? copyAside(open, now) : undefined;
  const applied = await transaction((tx) => applyPending(tx, migrations));
  return { ok: true, applied, copiedTo };
}

const lastOf = (migrations: MigrationMeta[]) => migrations.at(-1)?.folderMillis ?? 0;

async function applyPending(tx: Transaction, migrations: MigrationMeta[]): Promise<number> {
  if (dialect === 'postgresql') await runStatement(tx, sql`select pg_advisory_xact_lock(${advisoryLock})`);
  await runStatement(
    tx,
    sql`create table if not exists applied_migrations (created_at bigint primary key, hash text not null)`,
  );
  const last = await lastApplied(tx);
  const pending = migrations.filter((migration) => migration.folderMillis > last);
  for (const migration of pending) await apply(tx, migration);
  return pending.length;
}

async function apply(tx: Transaction, migration: MigrationMeta): Promise<void> {
  for (const statement of migration.sql) await runStatement(tx, statement);
  await runStatement(
    tx,
    sql`insert into applied_migrations (created_at, hash) values (${migration.folderMillis}, ${migration.hash})`,
  );
}

/** When the newest applied migration was written, in milliseconds; 0 for a database without any. */
async function lastApplied(reader: Pick<typeof db, 'select'> = db): Promise<number> {
  const catalog = dialect === 'postgresql' ? sql`information_schema.tables` : sql`sqlite_master`;
  const named = dialect === 'postgresql' ? sql`table_name` : sql`name`;
  const [table] = await reader
    .select({ n: sql<number>`count(*)` })
    .from(catalog)
    .where(sql`${named} = 'applied_migrations'`);
  if (!Number(table?.n)) return 0;
  const [row] = await reader
    .select({ last: sql<number | null>`max(created_at)` })
    .from(sql`applied_migrations`);
  return Number(row?.last ?? 0);
}

/** SQLite only: an operator of PostgreSQL has backups of the server; there a failed migration leaves nothing behind. */
function copyAside(open: Connections, now: Date): string | undefined {
  const location = currentLocation();
  if (open.kind !== 'sqlite' || location.dialect !== 'sqlite') return undefined;
  const folder = join(dirname(location.file), 'backups');
  mkdirSync(folder, { recursive: true });
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-');
  const copy = join(folder, `${basename(location.file, '.db')}-before-migration-${stamp}.db`);
  open.writer.prepare('vacuum into ?').run(copy);
  return copy;
}
