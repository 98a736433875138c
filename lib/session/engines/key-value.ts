import type { Storage } from 'unstorage';
import { inTurnByKey } from '#lib/session/engines/in-turn';
import { isOnItsWay, type SessionStore, type SessionWrite, type Written } from '#lib/session/engines/store';
import { identityHash } from '#lib/session/identity';
import { endOf, type SessionRecord } from '#lib/session/record';
import { merge } from '#lib/session/values/merge';

/** Without a record the identity is dead; `movedTo` is the hash of the one after it. */
type Item = { ends: number; record?: SessionRecord; movedTo?: string; movedAt?: number };

type Options = {
  /** The storage removes by itself what has expired. */
  forgets?: boolean;
};

/** As many sessions as are looked at together when expired ones are removed: files are open meanwhile. */
const batch = 32;

/**
 * Sessions in any storage of unstorage: memory, files, Redis. Within one process writes to a session take turns, so
 * that none is lost; between processes the last one wins, for such a storage knows no transactions.
 */
export function keyValueStore(storage: Storage, { forgets = false }: Options = {}): SessionStore {
  const inTurn = inTurnByKey();

  const read = async (hash: string, now: Date) => {
    const item = await itemOf(storage, hash);
    return item && item.ends > now.getTime() ? item : undefined;
  };

  const put = (hash: string, item: Item, now: Date) =>
    storage.setItem(hash, item, { ttl: Math.max(1, Math.ceil((item.ends - now.getTime()) / 1000)) });

  const putRecord = async (hash: string, record: SessionRecord, now: Date) => {
    await put(hash, { ends: endOf(record.expiry, now).getTime(), record }, now);
    return record;
  };

  const write = (hash: string, { base, changes, fits }: SessionWrite, now: Date): Promise<Written> =>
    inTurn(hash, async () => {
      const item = await read(hash, now);
      if (item?.movedTo) {
        const later = await write(item.movedTo, { base: undefined, changes, ...(fits && { fits }) }, now);
        return later === 'gone' ? 'gone' : 'moved';
      }
      const before = item ? item.record : base;
      return before ? putRecord(hash, merge(before, changes, fits), now) : 'gone';
    });

  const end = (hash: string, until: Date, now: Date): Promise<void> =>
    inTurn(hash, async () => {
      const item = await read(hash, now);
      if (item?.movedTo) await end(item.movedTo, until, now);
      else await put(hash, { ends: until.getTime() }, now);
    });

  /** What is kept under an identity, or the one that it moved to. */
  const latest = async (hash: string, now: Date): Promise<Item | undefined> => {
    const item = await read(hash, now);
    return item?.movedTo ? latest(item.movedTo, now) : item;
  };

  return {
    // In turn as well: a file that is just being written reads as nothing.
    read: async (id, now) => {
      const hash = identityHash(id);
      const item = await inTurn(hash, () => read(hash, now));
      return item && (item.record ?? (isOnItsWay(new Date(item.movedAt ?? 0), now) ? 'moved' : 'ended'));
    },
    write: (id, changed, now) => write(identityHash(id), changed, now),
    move: (id, to, { base, changes, fits }, until, now) => {
      const hash = identityHash(id);
      return inTurn(hash, async () => {
        const item = await latest(hash, now);
        const before = item ? item.record : base;
        if (!before) return 'gone';
        const record = await putRecord(identityHash(to), merge(before, changes, fits), now);
        const isFirst = (await read(hash, now))?.movedTo === undefined;
        if (isFirst)
          await put(hash, { ends: until.getTime(), movedTo: identityHash(to), movedAt: now.getTime() }, now);
        return record;
      });
    },
    end: (id, until, now) => end(identityHash(id), until, now),
    clearExpired: async (now) => {
      if (forgets) return 0;
      const hashes = await storage.getKeys();
      let removed = 0;
      for (let from = 0; from < hashes.length; from += batch) {
        const some = hashes.slice(from, from + batch);
        const cleared = some.map((hash) => inTurn(hash, () => clear(storage, hash, now)));
        removed += (await Promise.all(cleared)).filter(Boolean).length;
        await new Promise((resolve) => setImmediate(resolve));
      }
      return removed;
    },
    reach: async () => {
      await storage.hasItem('reach');
    },
  };
}

/** The driver for files returns what it should throw. */
async function itemOf(storage: Storage, hash: string): Promise<Item | null> {
  const item = await storage.getItem<Item>(hash);
  if (item instanceof Error) throw item;
  return item;
}

/** True if there was an expired session; what another process is just writing reads as none. */
async function clear(storage: Storage, hash: string, now: Date): Promise<boolean> {
  const item = await itemOf(storage, hash);
  if (!item || !(item.ends <= now.getTime())) return false;
  await storage.removeItem(hash);
  return true;
}
