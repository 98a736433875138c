import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import type { DumpTable } from '#db/dump-tables';
import { ownSchemaVersion } from '#db/migrate';
import type { DumpRow } from '#db/snapshot';
import { BackupError } from '#lib/backup/backup-error';
import {
  type BackupHead,
  type BackupManifest,
  backupFormat,
  headName,
  head as headShape,
  headStart,
  manifestName,
  manifest as manifestShape,
} from '#lib/backup/manifest';
import { readTar, type TarEntry, TarError } from '#lib/backup/tar';

/** What becomes of an archive while it is read, in its order. Nothing of it is trusted before the end. */
export type BackupReader = {
  begin?: (head: BackupHead) => Promise<void>;
  rows?: (table: DumpTable, rows: DumpRow[]) => Promise<void>;
  file?: (path: string, body: AsyncIterable<Buffer>) => Promise<void>;
};

export type Backup = { head: BackupHead; manifest: BackupManifest };

/**
 * Reads an archive to its end and compares every table and file with its manifest. Throws `BackupError` for one that
 * is foreign, damaged, cut off or of a newer version.
 */
export async function readBackup(file: string, reader: BackupReader = {}): Promise<Backup> {
  try {
    return await read(file, reader);
  } catch (error) {
    throw explained(file, error);
  }
}

async function read(file: string, reader: BackupReader): Promise<Backup> {
  const seen: Seen = { tables: new Map(), files: new Map() };
  let head: BackupHead | undefined;
  let manifest: BackupManifest | undefined;
  const source = createReadStream(file);
  const unzipped = source.pipe(createGunzip());
  source.once('error', (error) => unzipped.destroy(error));
  for await (const entry of readTar(unzipped)) {
    if (manifest) throw new TarError('damaged');
    if (!head) {
      head = parseHead(entry.name === headName ? await content(entry) : undefined);
      for (const { name } of head.tables) seen.tables.set(name, { rows: 0, hash: createHash('sha256') });
      await reader.begin?.(head);
    } else if (entry.name === manifestName) manifest = parse(manifestShape, await content(entry));
    else await readEntry(entry, head, seen, reader);
  }
  if (!head) throw new TarError('foreign');
  if (!manifest) throw new TarError('truncated');
  if (!agrees(manifest, seen)) throw new TarError('damaged');
  return { head, manifest };
}

type Seen = {
  tables: Map<string, { rows: number; hash: Hash }>;
  files: Map<string, { size: number; hash: Hash }>;
};

async function content({ body, size }: TarEntry): Promise<Buffer> {
  if (size > 16 * 1024 * 1024) throw new TarError('damaged');
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function parseHead(text: Buffer | undefined): BackupHead {
  const start = headStart.safeParse(text && jsonOf(text));
  if (!start.success) throw new TarError('foreign');
  if (start.data.format > backupFormat) throw new TarError('newer');
  const parsed = parse(headShape, text ?? Buffer.alloc(0));
  if (parsed.schema.number > ownSchemaVersion().number) throw new TarError('newer');
  return parsed;
}

function parse<Shape extends z.ZodType>(shape: Shape, text: Buffer): z.output<Shape> {
  const parsed = shape.safeParse(jsonOf(text));
  if (!parsed.success) throw new TarError('damaged');
  return parsed.data;
}

function jsonOf(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString());
  } catch {
    return undefined;
  }
}

async function readEntry(entry: TarEntry, head: BackupHead, seen: Seen, reader: BackupReader): Promise<void> {
  const [, name] = /^tables\/([a-z0-9_]+)\/\d+\.ndjson$/.exec(entry.name) ?? [];
  const table = head.tables.find((table) => table.name === name);
  const [, path] = /^files\/(.+)$/s.exec(entry.name) ?? [];
  if (table) await readRows(await content(entry), table as DumpTable, seen, reader);
  else if (path && isInside(path)) await readFile(entry, path, seen, reader);
  else throw new TarError('damaged');
}

/** A path of an archive never leads out of the folder that it is unpacked into. */
const isInside = (path: string) =>
  !path.includes('\\') &&
  !path.includes('\0') &&
  path.split('/').every((part) => !/^(?:\.{0,2}|\..*)$/s.test(part));

const batch = 200;

async function readRows(text: Buffer, table: DumpTable, seen: Seen, reader: BackupReader): Promise<void> {
  const known = seen.tables.get(table.name);
  if (!known) throw new TarError('damaged');
  known.hash.update(text);
  const lines = text.toString().split('\n');
  if (lines.pop() !== '') throw new TarError('damaged');
  known.rows += lines.length;
  if (!reader.rows) return;
  for (let first = 0; first < lines.length; first += batch) {
    const rows = lines.slice(first, first + batch).map((line) => jsonOf(Buffer.from(line)));
    if (!rows.every(isRow)) throw new TarError('damaged');
    await reader.rows(table, rows);
    await nextTurn();
  }
}

const isRow = (row: unknown): row is DumpRow => typeof row === 'object' && row !== null;

async function readFile({ body, size }: TarEntry, path: string, seen: Seen, reader: BackupReader) {
  const hash = createHash('sha256');
  if (seen.files.has(path)) throw new TarError('damaged');
  seen.files.set(path, { size, hash });
  const hashed = hashing(body, hash);
  if (reader.file) await reader.file(path, hashed);
  for await (const _ of hashed);
}

async function* hashing(body: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of body) {
    hash.update(chunk);
    yield chunk;
  }
}

function agrees({ tables, files }: BackupManifest, seen: Seen): boolean {
  const sameTables = [...seen.tables].every(([name, { rows, hash }]) => {
    const told = tables[name];
    return told?.rows === rows && told.sha256 === hash.digest('hex');
  });
  const sameFiles = files.every(({ path, size, sha256 }) => {
    const file = seen.files.get(path);
    return file?.size === size && file.hash.digest('hex') === sha256;
  });
  const sameNumbers = files.length === seen.files.size && Object.keys(tables).length === seen.tables.size;
  return sameNumbers && sameTables && sameFiles;
}

const sentences: Record<string, string> = {
  foreign: 'is no backup of LocalLibrary',
  truncated: 'is cut off: its end is missing',
  damaged: 'is damaged: it does not hold what was written into it',
  newer: 'was made by a newer version of LocalLibrary: update the program first',
};

const causes: Record<string, string> = {
  ENOENT: 'is not there',
  EISDIR: 'is a folder',
  EACCES: 'cannot be read: check who owns it',
  Z_BUF_ERROR: 'is cut off: its end is missing',
};

function explained(file: string, error: unknown): unknown {
  if (error instanceof TarError) return new BackupError(`${file} ${sentences[error.message]}.`);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (causes[code]) return new BackupError(`${file} ${causes[code]}.`);
  if (/incorrect header check/.test(String(error))) return new BackupError(`${file} ${sentences.foreign}.`);
  return code.startsWith('Z_') ? new BackupError(`${file} ${sentences.damaged}.`) : error;
}
