import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Loaded with --import, before anything reads a setting: a developer's own library is never touched by a test.

/** A folder of this process alone, gone when it ends. */
export const temporaryFolder = mkdtempSync(join(tmpdir(), 'local-library-test-'));
process.on('exit', () => rmSync(temporaryFolder, { recursive: true, force: true }));

for (const name of [
  'PORT',
  'HOST',
  'BASE_URL',
  'TRUSTED_PROXIES',
  'API_RATE_LIMIT',
  'SEARCH_RATE_LIMIT',
  'DEMO',
  'NODE_ENV',
  'SESSION_ENGINE',
])
  delete process.env[name];
process.env.TIME_ZONE = 'UTC';
process.env.LOG_LEVEL ||= 'silent';
process.env.DATA_DIR = join(temporaryFolder, 'data');
process.env.SESSION_PASSWORD = JSON.stringify({
  1: 'Call me Ishmael. Some years ago, never mind how long',
  2: 'It was the best of times, it was the worst of times',
});
process.env.DATABASE_URL = cannotBeOpened();

/** A file where a folder would be: a test has a database only from `#db/testing/database`. */
function cannotBeOpened(): string {
  const notAFolder = join(temporaryFolder, 'no-database-without-db-testing-database');
  writeFileSync(notAFolder, '');
  return `file:${join(notAFolder, 'library.db')}`;
}

/** When every test takes place. */
export const testNow = new Date('2026-03-02T09:30:00.000Z');
export const testDay = '2026-03-02';

type Ending = { code: number; stdout: string; stderr: string };

/** Runs an ES module in a process of its own, with other settings than ours. */
export function runApart(module: string, settings: Record<string, string> = {}): Promise<Ending> {
  const env = { ...process.env, ...settings };
  const args = ['--import', import.meta.resolve('./drizzle-imports.ts'), '--input-type=module', '-e', module];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env }, (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : error ? 1 : 0;
      resolve({ code, stdout: stdout.trim(), stderr: stderr.trim() });
    });
  });
}
