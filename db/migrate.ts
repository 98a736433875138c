import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { db, type Transaction, transaction } from '#db/client';
import { dialect } from '#db/columns';
import { type Connections, openConnections } from '#db/connections';
import { currentLocation } from '#db/location';
import { syncPath } from '#db/new-file';
import { runStatement } from '#db/statement';

/** A schema by its number, which is how many migrations made it, and by the name of the last one; 0 is none at all. */
export type SchemaVersion = { number: number; name: string };

type Journal = { entries: { tag: string; when: number }[] };

const ownMigrations = `db/migrations/${dialect}`;

const journal = (folder = ownMigrations): Journal['entries'] =>
  (JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as Journal).entries;

/** What this program makes of a database; the same number in both dialects. */
export function ownSchemaVersion(): SchemaVersion {
  const entries = journal();
  return { number: entries.length, name: entries.at(-1)?.tag ?? 'none' };
}

/** What the database holds. One of a newer program has a number above our own. */
export async function schemaVersion(reader: Pick<typeof db, 'select'> = db): Promise<SchemaVersion> {
  const last = await lastApplied(reader);
  const applied = journal().filter(({ when }) => when <= last);
  const newer = last > (applied.at(-1)?.when ?? 0) ? 1 : 0;
  return { number: applied.length + newer, name: newer ? 'newer' : (applied.at(-1)?.tag ?? 'none') };
}

/** For a new database, in the transaction that fills it: the first so many migrations that it lacks, or all. */
export const applyMigrations = (tx: Transaction, upTo = Infinity): Promise<number> =>
  applyPending(tx, readMigrationFiles({ migrationsFolder: ownMigrations }).slice(0, upTo));

/** The number is arbitrary, but the same in every process: PostgreSQL lets one of them migrate. */
const advisoryLock = 7_303_014;

export type MigrateOutcome =
  | { ok: true; applied: number; copiedTo: string | undefined }
  | { ok: false; reason: 'database-is-newer' };

type Options = { folder?: string; now: Date };

/** Brings the database to the schema of this version, all of it or nothing; a database with data is copied aside first. */
export async function migrate({ folder = ownMigrations, now }: Options): Promise<MigrateOutcome> {
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

/** No table at all: a database that nobody has begun to use. */
export async function isEmptyDatabase(): Promise<boolean> {
  const own = dialect === 'postgresql' ? sql`pg_tables where schemaname = 'public'` : sql`sqlite_master`;
  const [tables] = await db.select({ n: sql<number>`count(*)` }).from(own);
  return Number(tables?.n) === 0;
}

/** SQLite only: an operator of PostgreSQL has backups of the server; there a failed migration leaves nothing behind. */
function copyAside(open: Connections, now: Date): string | undefined {
  const location = currentLocation();
  if (open.kind !== 'sqlite' || location.dialect !== 'sqlite') return undefined;
  const folder = join(dirname(location.file), 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-');
  const copy = join(folder, `${basename(location.file, '.db')}-before-migration-${stamp}.db`);
  writeWhole(copy, (partial) => open.writer.prepare('vacuum into ?').run(partial));
  return copy;
}

/** A file has its name only once it is whole and on the disk. */
function writeWhole(file: string, write: (partial: string) => void): void {
  const partial = `${file}.partial`;
  closeSync(openSync(partial, 'w', 0o600));
  try {
    write(partial);
    syncPath(partial);
    renameSync(partial, file);
    syncPath(dirname(file));
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}
