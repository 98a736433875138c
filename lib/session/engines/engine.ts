import { join } from 'node:path';
import { createStorage, type Storage } from 'unstorage';
import { settings } from '#lib/env';
import { databaseStore } from '#lib/session/engines/database';
import { keyValueStore } from '#lib/session/engines/key-value';
import type { SessionStore } from '#lib/session/engines/store';

const shared = globalThis as typeof globalThis & { librarySessionStore?: Promise<OpenStore> | undefined };

type OpenStore = { store: SessionStore | undefined; close: () => Promise<void> };

/** Where sessions are kept, by `SESSION_ENGINE`; undefined for `cookie`, which keeps them with the browser. */
export async function sessionStore(): Promise<SessionStore | undefined> {
  shared.librarySessionStore ??= openStore();
  return (await shared.librarySessionStore).store;
}

/** Ends the connections of the store; the next use opens it again. */
export async function closeSessionStore(): Promise<void> {
  const open = shared.librarySessionStore;
  shared.librarySessionStore = undefined;
  await (await open)?.close();
}

async function openStore(): Promise<OpenStore> {
  const { SESSION_ENGINE, DATA_DIR, REDIS_URL } = settings();
  const nothing = async () => {};
  if (SESSION_ENGINE === 'cookie') return { store: undefined, close: nothing };
  if (SESSION_ENGINE === 'database') return { store: databaseStore, close: nothing };
  if (SESSION_ENGINE === 'memory') return openStorage(createStorage());
  if (SESSION_ENGINE === 'redis') return openRedis(REDIS_URL);
  const { default: files } = await import('unstorage/drivers/fs-lite');
  return openStorage(createStorage({ driver: files({ base: join(DATA_DIR, 'sessions') }) }));
}

const openStorage = (storage: Storage, options?: { forgets: boolean }) => ({
  store: keyValueStore(storage, options),
  close: () => storage.dispose(),
});

/** Commands fail at once while Redis is away, instead of waiting for it: a page is worth more than its session. */
async function openRedis(url: string): Promise<OpenStore> {
  const { default: redis } = await import('unstorage/drivers/redis');
  const driver = redis({
    url,
    base: 'library-session',
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    connectTimeout: 2000,
    commandTimeout: 2000,
    retryStrategy: (times: number) => Math.min(times * 200, 5000),
  });
  const client = driver.getInstance?.();
  let failure: unknown;
  client?.on('error', (error: unknown) => {
    failure = error;
  });
  // Nothing waits for the connection later on; where there is none, the next command says so.
  await client?.connect().catch(() => {});
  const { store, close } = openStorage(createStorage({ driver }), { forgets: true });
  const reach = async () => {
    await client?.ping().catch((error: unknown) => Promise.reject(failure ?? error));
  };
  return { store: { ...store, reach }, close };
}
