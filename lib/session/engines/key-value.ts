import type { Storage } from 'unstorage';
import { apply, type SessionStore, type SessionWrite } from '#lib/session/engines/store';
import { identityHash } from '#lib/session/identity';
import { endOf, type SessionRecord } from '#lib/session/record';

type Item = { ends: number; record?: SessionRecord };

/**
 * Sessions in any storage of unstorage: memory, files, Redis. Within one process writes to a session take turns, so
 * that none is lost; between processes the last one wins, for such a storage knows no transactions.
 */
export function keyValueStore(storage: Storage): SessionStore {
  const inTurn = serialized();
  const read = async (hash: string, now: Date) => {
    const item = await storage.getItem<Item>(hash);
    // The driver for files returns what it should throw.
    if (item instanceof Error) throw item;
    return item && item.ends > now.getTime() ? item : undefined;
  };
  const put = (hash: string, item: Item, now: Date) =>
    storage.setItem(hash, item, { ttl: Math.ceil((item.ends - now.getTime()) / 1000) });
  return {
    // In turn as well: a file that is just being written reads as nothing.
    read: async (id, now) => {
      const hash = identityHash(id);
      const item = await inTurn(hash, () => read(hash, now));
      return item && (item.record ?? 'ended');
    },
    write: (id, write, now) => {
      const hash = identityHash(id);
      return inTurn(hash, async () => {
        const record = written(await read(hash, now), write);
        if (record !== 'gone') await put(hash, { ends: endOf(record.expiry, now).getTime(), record }, now);
        return record;
      });
    },
    end: (id, until, now) => {
      const hash = identityHash(id);
      return inTurn(hash, () => put(hash, { ends: until.getTime() }, now));
    },
    clearExpired: async (now) => {
      const cleared = (await storage.getKeys()).map((hash) => inTurn(hash, () => clear(storage, hash, now)));
      return (await Promise.all(cleared)).filter(Boolean).length;
    },
    reach: async () => {
      await storage.hasItem('reach');
    },
  };
}

function written(item: Item | undefined, { base, changes }: SessionWrite): SessionRecord | 'gone' {
  const before = item ? item.record : base;
  return before ? apply(before, changes) : 'gone';
}

/** True if there was an expired session; what another process is just writing reads as none. */
async function clear(storage: Storage, hash: string, now: Date): Promise<boolean> {
  const item = await storage.getItem<Item>(hash);
  if (!item || !(item.ends <= now.getTime())) return false;
  await storage.removeItem(hash);
  return true;
}

/** Runs work on one session after all work on it that was asked for before. */
function serialized() {
  const last = new Map<string, Promise<unknown>>();
  return <Result>(hash: string, work: () => Promise<Result>): Promise<Result> => {
    const turn = (last.get(hash) ?? Promise.resolve()).then(work);
    const settled = turn.catch(() => {});
    last.set(hash, settled);
    void settled.then(() => last.get(hash) === settled && last.delete(hash));
    return turn;
  };
}
