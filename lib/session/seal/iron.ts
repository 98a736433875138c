import { createCipheriv, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import type { Passwords } from '#lib/session/seal/passwords';

/**
 * Seals `content` for `age` seconds as iron-session does: AES-256-CBC and an HMAC of SHA-256, each under a key that
 * is derived from the newest password and a salt of its own. iron-session opens it. It is made here because every
 * visit to the home page seals, and the same in iron-session takes six jobs of the thread pool: see docs/decisions/006.
 * Source of the format: https://github.com/hapijs/iron
 */
export function sealIron(content: object, passwords: Passwords, age: number, at: number): string {
  const id = Math.max(...Object.keys(passwords).map(Number));
  const password = passwords[id] ?? '';
  const [encryption, integrity, iv] = [derivedKey(password), derivedKey(password), randomBytes(16)];
  const cipher = createCipheriv('aes-256-cbc', encryption.key, iv);
  const encrypted = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
  const parts = [id, encryption.salt, iv.toString('base64url'), encrypted.toString('base64url')];
  const sealed = ['Fe26.2', ...parts, at + age * 1000].join('*');
  const mac = createHmac('sha256', integrity.key).update(sealed).digest('base64url');
  return `${sealed}*${integrity.salt}*${mac}~2`;
}

/** One round, as in iron: the passwords are long and random, so there is nothing to slow a guesser down for. */
function derivedKey(password: string): { key: Buffer; salt: string } {
  const salt = randomBytes(32).toString('hex');
  return { key: pbkdf2Sync(password, salt, 1, 32, 'sha1'), salt };
}
