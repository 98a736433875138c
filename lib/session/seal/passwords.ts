import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError, sessionPasswords, settings } from '#lib/env';

export type Passwords = Record<string, string>;

const fileIn = (folder: string) => join(/* turbopackIgnore: true */ folder, 'session-password');

/** Writes a random password into the data directory, readable by the owner only, unless there is one. */
export function generatePassword(folder: string): void {
  try {
    writeFileSync(fileIn(folder), `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

function readPasswords(folder: string): Passwords {
  const parsed = sessionPasswords.safeParse(readFileSync(fileIn(folder), 'utf8').trim());
  if (parsed.success) return parsed.data;
  throw new SettingsError(
    `${fileIn(folder)} does not hold a session password of at least 32 characters: delete the file to have a new one made.`,
  );
}

let cached: Passwords | undefined;

/** The passwords that seal and open session cookies: `SESSION_PASSWORD`, or the generated one. */
export function passwords(): Passwords {
  cached ??= settings().SESSION_PASSWORD ?? readPasswords(settings().DATA_DIR);
  return cached;
}
