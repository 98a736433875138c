import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { root } from './build.ts';

export type Engine = 'sqlite' | 'postgresql';

/** What `--engine` asks for. */
export function enginesOf(asked: string): Engine[] {
  if (asked === 'both') return ['sqlite', 'postgresql'];
  if (asked === 'sqlite' || asked === 'postgresql') return [asked];
  throw new Error(`--engine holds “${asked}”; it may hold sqlite, postgresql or both.`);
}

/** Runs the benchmark once for each engine, each in a process of its own: a process knows one dialect. */
export async function runForEach(engines: Engine[], name: string, args: string[]): Promise<void> {
  for (const engine of engines) {
    const command = ['bench/run.ts', name, ...args, '--engine', engine];
    const [code] = await once(spawn(process.execPath, command, { cwd: root, stdio: 'inherit' }), 'exit');
    if (code !== 0) process.exitCode = 1;
  }
}

/**
 * Sets DATABASE_URL to a new, empty database that is gone with `open`. Nothing of `#db` may be loaded before. For
 * PostgreSQL it is made on the server of TEST_DATABASE_URL or DATABASE_URL; without one it is PGlite, in memory.
 */
export async function newDatabase(engine: Engine, open: AsyncDisposableStack): Promise<string> {
  const [url, where] = engine === 'sqlite' ? sqliteFile(open) : await postgresDatabase(open);
  process.env.DATABASE_URL = url;
  return where;
}

function sqliteFile(open: AsyncDisposableStack): [string, string] {
  const folder = mkdtempSync(join(tmpdir(), 'library-bench-'));
  open.defer(() => rmSync(folder, { recursive: true }));
  return [`file:${join(folder, 'library.db')}`, 'SQLite'];
}

async function postgresDatabase(open: AsyncDisposableStack): Promise<[string, string]> {
  const candidates = [process.env.TEST_DATABASE_URL, process.env.DATABASE_URL];
  const server = candidates.find((url) => /^postgres(ql)?:/.test(url ?? ''));
  if (!server) return ['pglite:', 'PostgreSQL (PGlite, in memory: no server in DATABASE_URL)'];
  const name = `library_bench_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  open.defer(() => onServer(server, `drop database if exists ${name} with (force)`));
  return [Object.assign(new URL(server), { pathname: `/${name}` }).href, 'PostgreSQL'];
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
