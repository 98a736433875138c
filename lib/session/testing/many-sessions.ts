import { transaction } from '#db/client';
import { sessions } from '#db/schema/sessions';
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
  await transaction(async (tx) => {
    for (let from = 0; from < all.length; from += 1000)
      await tx.insert(sessions).values(all.slice(from, from + 1000));
  });
};

const items: Fill = async ({ expired, lasting, ends }) => {
  const store = await sessionStore();
  for (let n = 0; n < expired + lasting; n++) {
    const time = ends.getTime() + (n < expired ? 0 : day);
    const base = { values: {}, expiry: { kind: 'at', time } } as const;
    const now = new Date(ends.getTime() - 1000);
    await store?.write(newIdentity(), { base, changes: { set: {}, deleted: [], increments: {} } }, now);
  }
};

export const storages: Record<'database' | 'memory' | 'file', Fill> = {
  database: rows,
  memory: items,
  file: items,
};
