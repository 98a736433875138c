import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { readBackup } from '#lib/backup/read-backup';
import { root } from '../build.ts';

export const kinds = ['write', 'start', 'backup', 'restore'] as const;
export type Kind = (typeof kinds)[number];

/** `lost`: writes that were told and are not there. `half`: what stands where a whole thing is expected. */
export type Round = { kind: Kind; killed: boolean; told: number; lost: number; half: string[] };

/** Libraries to begin from, and how long each operation takes when nobody kills it. */
export type Templates = {
  folder: string;
  books: { before: number; after: number };
  took: Record<Kind, number>;
};

type Run = { lines: string[]; took: number; killed: boolean };

/** What was over before it was killed takes less than was thought, on a machine that others use too; else rather more. */
const expected = (before: number, { took, killed }: Run) =>
  killed ? before * 1.1 : Math.min(before * 0.8, took);

/** Runs an operation on the library in a folder, and kills it so many milliseconds after it began. */
async function run(operation: string, folder: string, args: string[] = [], killAfter?: number): Promise<Run> {
  const env = {
    ...process.env,
    DATA_DIR: folder,
    DATABASE_URL: `file:${join(folder, 'library.db')}`,
    TIME_ZONE: 'UTC',
    LOG_LEVEL: 'silent',
    DEMO: 'on',
  };
  const child = spawn(process.execPath, ['bench/crash/operations.ts', operation, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', killAfter === undefined ? 'inherit' : 'ignore'],
  });
  const ended = once(child, 'close');
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (more) => {
    text += more;
  });
  await Promise.race([once(child.stdout, 'data'), ended]);
  const began = performance.now();
  if (killAfter !== undefined) await Promise.race([pause(killAfter), ended]);
  const took = performance.now() - began;
  if (killAfter !== undefined) child.kill('SIGKILL');
  const [code] = await ended;
  if (killAfter === undefined && code !== 0) throw new Error(`${operation} failed.`);
  const lines = text.split('\n').slice(1, -1);
  return {
    lines,
    took: killAfter === undefined ? performance.now() - began : took,
    killed: child.signalCode === 'SIGKILL',
  };
}

type Look = { books: number; suggestions: string[]; wrong: string[] };

async function look(folder: string): Promise<Look> {
  const { lines } = await run('look', folder);
  return JSON.parse(lines[0] ?? '');
}

const archive = 'archive.tar.gz';

/** A library of today, one of an earlier version, and an archive of the second. */
export async function makeTemplates(folder: string): Promise<Templates> {
  const [now, older, scratch] = ['now', 'older', 'scratch'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(older, { recursive: true });
  const fixture = join(root, 'db/testing/fixtures/2026-11-22.db.gz');
  writeFileSync(join(older, 'library.db'), gunzipSync(readFileSync(fixture)));
  await run('start', now);
  cpSync(older, scratch, { recursive: true });
  const start = await run('start', scratch);
  await run('backup', scratch);
  cpSync(join(scratch, 'backups/drill.tar.gz'), join(folder, archive));
  const books = { before: (await look(now)).books, after: (await look(scratch)).books };
  const fresh = copyOf(folder, 'now', 'timing');
  const backup = await run('backup', fresh);
  const restore = await run('restore', fresh, [join(folder, archive)]);
  return {
    folder,
    books,
    took: { write: 400, start: start.took, backup: backup.took, restore: restore.took },
  };
}

function copyOf(folder: string, template: 'now' | 'older', name: string): string {
  const copy = join(folder, name);
  rmSync(copy, { recursive: true, force: true });
  cpSync(join(folder, template), copy, { recursive: true });
  return copy;
}

/** Kills one operation in a random moment, starts the library again and looks for what is lost, or half. */
export async function crash(kind: Kind, { folder, books, took }: Templates): Promise<Round> {
  const library = copyOf(folder, kind === 'start' ? 'older' : 'now', 'round');
  const args = kind === 'restore' ? [join(folder, archive)] : [];
  const done = await run(kind, library, args, Math.random() * took[kind]);
  const { lines, killed } = done;
  if (kind !== 'write') took[kind] = expected(took[kind], done);
  const half = await halfFiles(library);
  const found = await look(library);
  const stored = new Set(found.suggestions);
  const told = kind === 'write' ? lines : [];
  const allowed =
    kind === 'start' ? [books.after] : kind === 'restore' ? [books.before, books.after] : [books.before];
  if (!allowed.includes(found.books)) half.push(`a library of ${found.books} books`);
  return {
    kind,
    killed,
    told: told.length,
    lost: told.filter((title) => !stored.has(title)).length,
    half: [...half, ...found.wrong, ...(await halfFiles(library))],
  };
}

/** Whatever has the name of a copy is one. */
async function halfFiles(library: string): Promise<string[]> {
  const folder = join(library, 'backups');
  const names = existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]) : [];
  const half = [];
  for (const name of names) if (!(await isWhole(join(folder, name)))) half.push(name);
  return half;
}

async function isWhole(file: string): Promise<boolean> {
  if (file.endsWith('.tar.gz'))
    return readBackup(file).then(
      () => true,
      () => false,
    );
  if (!file.endsWith('.db')) return true;
  try {
    const database = new Sqlite(file, { readonly: true });
    const answer = database.pragma('integrity_check', { simple: true });
    const records = Number(database.prepare('select count(*) from books').pluck().get());
    database.close();
    return answer === 'ok' && records > 0;
  } catch {
    return false;
  }
}
