import { type UnsealErrorReason, unsealData } from 'iron-session';
import { log } from '#lib/log';
import { sealIron } from '#lib/session/seal/iron';
import { passwords } from '#lib/session/seal/passwords';

type Remembered = { json: string; ends: number };

const capacity = 5000;
const shared = globalThis as typeof globalThis & { librarySeals?: Map<string, Remembered> };

/** What this process has sealed it need not open again in the next request of the same browser. */
function cachedSeals(): Map<string, Remembered> {
  shared.librarySeals ??= new Map();
  return shared.librarySeals;
}

function cache(seal: string, entry: Remembered): void {
  const seals = cachedSeals();
  if (seals.size >= capacity) seals.delete(seals.keys().next().value ?? '');
  seals.set(seal, entry);
}

/** Encrypts and authenticates `content` so that it opens for `age` seconds. */
export function seal(content: object, age: number, now: Date): string {
  const ends = now.getTime() + age * 1000;
  const sealed = sealIron({ content, ends }, passwords(), age, Date.now());
  cache(sealed, { json: JSON.stringify(content), ends });
  return sealed;
}

export type Opened<Content> = { content: Content; ends: number };

/** What was sealed, and when it ends; undefined for what is expired, tampered with, foreign or of an unknown password. */
export async function open<Content extends object>(
  sealed: string,
  now: Date,
): Promise<Opened<Content> | undefined> {
  const entry = cachedSeals().get(sealed) ?? (await openUnknown(sealed));
  if (!entry || entry.ends <= now.getTime()) return undefined;
  return { content: JSON.parse(entry.json), ends: entry.ends };
}

async function openUnknown(sealed: string): Promise<Remembered | undefined> {
  const opened = await unsealData<{ content?: unknown; ends?: unknown }>(sealed, {
    password: passwords(),
    ttl: 0,
    onUnsealError: warn,
  });
  if (typeof opened.ends !== 'number' || typeof opened.content !== 'object' || !opened.content)
    return undefined;
  const entry = { json: JSON.stringify(opened.content), ends: opened.ends };
  cache(sealed, entry);
  return entry;
}

function warn(reason: UnsealErrorReason): void {
  if (reason !== 'expired') log().warn({ reason }, 'session cookie rejected');
}
