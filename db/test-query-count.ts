import { openConnections } from '#db/connections';

type Method = (...values: unknown[]) => unknown;

/** How many statements the database runs while `work` does. Nothing else may ask it meanwhile. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const open = await openConnections();
  if (open.kind === 'sqlite') return whileCounting(open.reader.prepare('select 1'), ['all', 'get'], work);
  return whileCounting(open.kind === 'server' ? open.pool : open.lite, ['query'], work);
}

/** Statements are objects of their own, but share what they can do. */
async function whileCounting(asked: object, names: string[], work: () => Promise<unknown>): Promise<number> {
  const shared = Object.getPrototypeOf(asked);
  const originals = names.map((name): [string, Method] => [name, shared[name]]);
  let count = 0;
  for (const [name, original] of originals) {
    shared[name] = function (this: unknown, ...values: unknown[]) {
      count += 1;
      return original.apply(this, values);
    };
  }
  try {
    await work();
  } finally {
    for (const [name, original] of originals) shared[name] = original;
  }
  return count;
}
