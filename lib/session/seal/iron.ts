import {
  createCipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  pbkdf2Sync,
  randomBytes,
} from 'node:crypto';
import type { Passwords } from '#lib/session/seal/passwords';

/**
 * Seals `content` for `age` seconds as iron-session does: AES-256-CBC and an HMAC of SHA-256, each under a key that
 * is derived from the newest password and a salt of its own. iron-session opens it. It is made here because every
 * visit to the home page seals, and the same in iron-session takes six jobs of the thread pool: see docs/decisions/006.
 * Source of the format: https://github.com/hapijs/iron
 */
export function sealIron(content: object, passwords: Passwords, age: number, at: number): string {
  const id = Math.max(...Object.keys(passwords).map(Number));
  const [{ encryption, integrity }, iv] = [keysOf(passwords[id] ?? '', at), randomBytes(16)];
  const cipher = createCipheriv('aes-256-cbc', encryption.key, iv);
  const encrypted = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
  const parts = [id, encryption.salt, iv.toString('base64url'), encrypted.toString('base64url')];
  const sealed = ['Fe26.2', ...parts, at + age * 1000].join('*');
  const mac = createHmac('sha256', integrity.key).update(sealed).digest('base64url');
  return `${sealed}*${integrity.salt}*${mac}~2`;
}

type DerivedKey = { key: KeyObject; salt: string };
type Keys = { password: string; madeAt: number; encryption: DerivedKey; integrity: DerivedKey };

/** Milliseconds. Within them the initialisation vector alone makes every seal another: deriving keys costs more than sealing. */
const keysLast = 60_000;

let latest: Keys | undefined;

function keysOf(password: string, at: number): Keys {
  const lasts = latest?.password === password && Math.abs(at - latest.madeAt) < keysLast;
  if (latest && lasts) return latest;
  latest = { password, madeAt: at, encryption: derivedKey(password), integrity: derivedKey(password) };
  return latest;
}

/** One round, as in iron: the passwords are long and random, so there is nothing to slow a guesser down for. */
function derivedKey(password: string): DerivedKey {
  const salt = randomBytes(32).toString('hex');
  return { key: createSecretKey(pbkdf2Sync(password, salt, 1, 32, 'sha1')), salt };
}
