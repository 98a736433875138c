import { createReadStream, type Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** A file of the data directory, by its path in there with `/`. */
export type DataFile = { path: string; size: number; body: AsyncIterable<Buffer> };

const passwordFile = 'session-password';

/** Copies of the library itself. */
const backups = 'backups';

const small = 4 * 1024 * 1024;

type Options = { dataDir: string; databaseFile: string | undefined; withPassword: boolean };

/**
 * What a data directory holds beside the database: covers, originals of imports, stored sessions. Not the session
 * password, unless asked for; nor backups, hidden files and links.
 */
export async function* dataFiles({ dataDir, databaseFile, withPassword }: Options): AsyncGenerator<DataFile> {
  const isDatabase = (path: string) =>
    Boolean(databaseFile) && databaseFiles(databaseFile ?? '').includes(path);
  for await (const path of filesIn(dataDir, '')) {
    if (path === passwordFile && !withPassword) continue;
    if (path.startsWith(`${backups}/`) || isDatabase(resolve(dataDir, path))) continue;
    const file = await open(join(dataDir, path));
    if (file) yield { path, ...file };
  }
}

const databaseFiles = (file: string) => ['', '-wal', '-shm', '-journal'].map((end) => resolve(file) + end);

async function* filesIn(folder: string, prefix: string): AsyncGenerator<string> {
  for (const entry of await entriesOf(folder)) {
    const path = prefix + entry.name;
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) yield* filesIn(join(folder, entry.name), `${path}/`);
    else if (entry.isFile()) yield path;
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await unlessGone(readdir(folder, { withFileTypes: true }));
  return (entries ?? []).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A small file is read at once: its size is then what was read, whoever writes meanwhile. */
async function open(file: string): Promise<Omit<DataFile, 'path'> | undefined> {
  const size = (await unlessGone(stat(file)))?.size;
  if (size === undefined) return undefined;
  if (size > small) return { size, body: createReadStream(file, { end: size - 1 }) };
  const content = await unlessGone(readFile(file));
  return content && { size: content.length, body: once(content) };
}

export async function* once(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

/** What is there while people work may be gone a moment later. */
async function unlessGone<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
