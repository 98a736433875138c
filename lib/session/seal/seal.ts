import { type UnsealErrorReason, unsealData } from 'iron-session';
import { log } from '#lib/log';
import { sealIron } from '#lib/session/seal/iron';
import { passwords } from '#lib/session/seal/passwords';
import { recentSeals, type Unsealed } from '#lib/session/seal/seal-cache';

/** Browsers keep no longer ones; whoever sends one has made it up. */
const longestSeal = 4096;

/** A seal and its version with nothing after it: iron-session reads as far as that, and no further. */
const isWhole = /^Fe26\.2\*[^~]*~2$/;

/** Encrypts and authenticates `content` so that it opens for `age` seconds. */
export function seal(content: object, age: number, now: Date): string {
  const ends = now.getTime() + age * 1000;
  const sealed = sealIron({ content, ends }, passwords(), age, Date.now());
  recentSeals().set(sealed, { json: JSON.stringify(content), ends });
  return sealed;
}

export type Opened<Content> = { content: Content; ends: number };

/** What was sealed, and when it ends; undefined for what is expired, tampered with, foreign or of an unknown password. */
export async function open<Content extends object>(
  sealed: string,
  now: Date,
): Promise<Opened<Content> | undefined> {
  const entry = recentSeals().get(sealed) ?? (await openUnknown(sealed));
  if (!entry || entry.ends <= now.getTime()) return undefined;
  return { content: JSON.parse(entry.json), ends: entry.ends };
}

async function openUnknown(sealed: string): Promise<Unsealed | undefined> {
  if (sealed.length > longestSeal || !isWhole.test(sealed)) {
    warn('invalid');
    return undefined;
  }
  const opened = await unsealData<{ content?: unknown; ends?: unknown }>(sealed, {
    password: passwords(),
    ttl: 0,
    onUnsealError: warn,
  });
  if (typeof opened.ends !== 'number' || typeof opened.content !== 'object' || !opened.content)
    return undefined;
  const entry = { json: JSON.stringify(opened.content), ends: opened.ends };
  recentSeals().set(sealed, entry);
  return entry;
}

function warn(reason: UnsealErrorReason): void {
  if (reason !== 'expired') log().warn({ reason }, 'session cookie rejected');
}
