import { transaction } from '#db/client';
import { sessions, sessionValues } from '#db/schema/sessions';
import { sessionStore } from '#lib/session/engines/engine';
import { newIdentity } from '#lib/session/identity';

type Many = { expired: number; lasting: number; ends: Date };

const day = 24 * 60 * 60 * 1000;

/** Fills a store with sessions of which some end at `ends` and the others a day later. */
type Fill = (many: Many) => Promise<void>;

const rows: Fill = async ({ expired, lasting, ends }) => {
  const row = (_: unknown, n: number) => ({
    idHash: newIdentity(),
    terms: '{}',
    expiresAt: n < expired ? ends : new Date(ends.getTime() + day),
  });
  const all = Array.from({ length: expired + lasting }, row);
  const valuesOf = ({ idHash }: { idHash: string }) => [
    { idHash, key: 'num_visits', value: '7' },
    { idHash, key: 'list', value: '[1,2,3]' },
  ];
  await transaction(async (tx) => {
    for (let from = 0; from < all.length; from += 1000) {
      const some = all.slice(from, from + 1000);
      await tx.insert(sessions).values(some);
      await tx.insert(sessionValues).values(some.flatMap(valuesOf));
    }
  });
};

const items: Fill = async ({ expired, lasting, ends }) => {
  const store = await sessionStore();
  const now = new Date(ends.getTime() - 1000);
  const none = { set: {}, deleted: [], increments: {} };
  const put = (n: number) => {
    const time = ends.getTime() + (n < expired ? 0 : day);
    const base = { values: { num_visits: n }, expiry: { kind: 'at', time } } as const;
    return store?.write(newIdentity(), { base, changes: none }, now);
  };
  for (let from = 0; from < expired + lasting; from += 100) {
    const some = Math.min(100, expired + lasting - from);
    await Promise.all(Array.from({ length: some }, (_, n) => put(from + n)));
  }
};

export const storages: Record<'database' | 'memory' | 'file', Fill> = {
  database: rows,
  memory: items,
  file: items,
};
