import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { closeConnections } from '#db/connections';
import { dumpTables } from '#db/dump-tables';
import { migrate } from '#db/migrate';
import { ensureIndex } from '#db/search/reindex';
import { withSnapshot } from '#db/snapshot';
import { restoreEarlierVersion } from '#db/testing/earlier-version';
import { engine, execute, openDatabase } from '#db/testing/engine';
import { temporaryFolder, testNow } from '#db/testing/environment';
import { once } from '#lib/backup/data-files';
import { writeTar } from '#lib/backup/tar';

/** A data directory with what a library may keep beside its database. */
export function newDataDir(files: Record<string, string> = {}): string {
  const dataDir = mkdtempSync(join(temporaryFolder, 'data-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(dataDir, path, '..'), { recursive: true });
    writeFileSync(join(dataDir, path), content);
  }
  return dataDir;
}

/** A library of today with rows in every table that has had any so far. */
export async function fullLibrary(): Promise<void> {
  await restoreEarlierVersion('2026-11-22');
  await migrate({ now: testNow });
  await ensureIndex();
  await execute(`
    insert into purchase_suggestions (title, suggested_at, idempotency_key) values ('Emma', ${moment}, 'a');
    insert into purchase_suggestion_senders (client_hash, content_hash, sent_at) values ('b', 'c', ${moment});
    insert into job_runs (job, due_at, lease_holder, lease_until, attempt, started_at, ended_at, outcome, message)
      values ('count', ${moment}, 'd', ${moment}, 1, ${moment}, ${moment}, 'done', 'Counted.');`);
}

const moment = engine === 'sqlite' ? String(testNow.getTime()) : `'${testNow.toISOString()}'`;

/** Where a library is restored into: a database without any table, which nobody has open. */
export async function emptyDatabase(): Promise<void> {
  if (engine === 'embedded') await execute('drop schema public cascade; create schema public');
  else await openDatabase();
  await closeUnlessEmbedded();
}

/** What an embedded database holds is gone when it is closed. */
export const closeUnlessEmbedded = async () => {
  if (engine !== 'embedded') await closeConnections();
};

/** Every row of every table, and what is counted of them. */
export const everyRow = () =>
  withSnapshot(async (snapshot) => {
    const tables: Record<string, unknown[]> = {};
    for (const table of dumpTables()) {
      tables[table.name] = [];
      for await (const rows of snapshot.rows(table)) tables[table.name]?.push(...rows);
      if (table.identity) tables[`last id of ${table.name}`] = [await snapshot.lastId(table)];
    }
    return tables;
  });

/** The archive as somebody else might have written it. */
export async function alterArchive(
  file: string,
  archive: Buffer,
  change: (name: string, text: string) => string | undefined,
  rename = (name: string) => name,
): Promise<void> {
  const entries: { name: string; content: Buffer }[] = [];
  let text: Buffer = gunzipSync(archive);
  while (text[0]) {
    const name = text.toString('latin1', 0, 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(text.toString('latin1', 124, 135), 8);
    const content = change(name, text.toString('utf8', 512, 512 + size));
    if (content !== undefined) entries.push({ name: rename(name), content: Buffer.from(content) });
    text = text.subarray(512 + Math.ceil(size / 512) * 512);
  }
  async function* all() {
    for (const { name, content } of entries) yield { name, size: content.length, body: once(content) };
  }
  const blocks = [];
  for await (const block of writeTar(all(), testNow)) blocks.push(block);
  writeFileSync(file, gzipSync(Buffer.concat(blocks)));
}
