import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type DumpTable, dumpTables } from '#db/dump-tables';
import { currentLocation } from '#db/location';
import { type SchemaVersion, schemaVersion } from '#db/migrate';
import { syncPath } from '#db/new-file';
import { type Snapshot, withSnapshot } from '#db/snapshot';
import { type DataFile, dataFiles, once } from '#lib/backup/data-files';
import {
  type BackupHead,
  type BackupManifest,
  backupFormat,
  fileEntry,
  headName,
  manifestName,
  tablePart,
} from '#lib/backup/manifest';
import { readBackup } from '#lib/backup/read-backup';
import { type TarEntry, writeTar } from '#lib/backup/tar';

export type BackupOptions = {
  file: string;
  dataDir: string;
  now: Date;
  /** Whoever has the session password can read every session. */
  withPassword?: boolean;
  signal?: AbortSignal;
};

/** What an archive holds: rows of each table, and how many files. */
export type BackupSummary = { file: string; rows: Record<string, number>; files: number };

/** A file of this many bytes is in memory at once. */
const partSize = 256 * 1024;

/**
 * Writes one archive of the whole library, consistent while people work: every table as of one moment, and the files
 * beside it. It is opened and compared with what was written before it gets its name, and nobody but its owner can
 * read it.
 */
export async function writeBackup(options: BackupOptions): Promise<BackupSummary> {
  const { file, now, signal } = options;
  const partial = `${file}.partial`;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  try {
    const schema = await schemaVersion();
    await withSnapshot((snapshot) =>
      pipeline(
        writeTar(entries(snapshot, schema, options), now),
        createGzip({ level: 6 }),
        createWriteStream(partial, { mode: 0o600, flush: true }),
        { ...(signal && { signal }) },
      ),
    );
    const { manifest } = await readBackup(partial);
    await rename(partial, file);
    syncPath(dirname(file));
    return summaryOf(file, manifest);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

export function summaryOf(file: string, { tables, files }: BackupManifest): BackupSummary {
  const rows = Object.entries(tables).map(([name, { rows }]) => [name, rows] as const);
  return { file, rows: Object.fromEntries(rows), files: files.length };
}

async function* entries(
  snapshot: Snapshot,
  schema: SchemaVersion,
  { dataDir, now, withPassword = false }: BackupOptions,
): AsyncGenerator<TarEntry> {
  const tables = dumpTables();
  const head: BackupHead = {
    program: 'LocalLibrary',
    format: backupFormat,
    takenAt: now.toISOString(),
    schema,
    tables,
  };
  yield json(headName, head);
  const manifest: BackupManifest = { tables: {}, files: [] };
  for (const table of tables) yield* tableEntries(snapshot, table, manifest);
  const location = currentLocation();
  const databaseFile = location.dialect === 'sqlite' ? location.file : undefined;
  for await (const file of dataFiles({ dataDir, databaseFile, withPassword }))
    yield { name: fileEntry(file.path), size: file.size, body: recorded(file, manifest) };
  yield json(manifestName, manifest);
}

const json = (name: string, value: unknown) =>
  whole(name, Buffer.from(`${JSON.stringify(value, null, 1)}\n`));
const whole = (name: string, content: Buffer): TarEntry => ({
  name,
  size: content.length,
  body: once(content),
});

async function* tableEntries(
  snapshot: Snapshot,
  table: DumpTable,
  manifest: BackupManifest,
): AsyncGenerator<TarEntry> {
  const hash = createHash('sha256');
  let rows = 0;
  let part = 0;
  let lines: Buffer[] = [];
  const flush = () => {
    const content = Buffer.concat(lines);
    lines = [];
    return whole(tablePart(table.name, ++part), content);
  };
  for await (const batch of snapshot.rows(table)) {
    const text = Buffer.from(batch.map((row) => `${JSON.stringify(row)}\n`).join(''));
    hash.update(text);
    rows += batch.length;
    lines.push(text);
    if (lines.reduce((size, line) => size + line.length, 0) > partSize) yield flush();
  }
  if (lines.length > 0) yield flush();
  const lastId = table.identity ? await snapshot.lastId(table) : 0;
  manifest.tables[table.name] = { rows, sha256: hash.digest('hex'), lastId };
}

async function* recorded({ path, size, body }: DataFile, { files }: BackupManifest): AsyncGenerator<Buffer> {
  const hash: Hash = createHash('sha256');
  for await (const chunk of body) {
    hash.update(chunk);
    yield chunk;
  }
  files.push({ path, size, sha256: hash.digest('hex') });
}
