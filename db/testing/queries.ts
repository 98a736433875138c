import pg from 'pg';
import { openConnections } from '#db/connections';

type Ask = (this: unknown, ...values: unknown[]) => unknown;
type Asked = { on: object; by: string[]; sql: (self: unknown, values: unknown[]) => string };

/**
 * The SQL of every query that `work` sends, prepared ones too, in order: for tests that a page costs the same number of
 * them whatever it shows. One at a time.
 */
export async function queriesOf(work: () => Promise<unknown>): Promise<string[]> {
  const queries: string[] = [];
  const { on, by, sql } = await whereQueriesPass();
  const restore = by.map((method) => {
    const ask: Ask = Reflect.get(on, method);
    const own = Object.hasOwn(on, method);
    Reflect.set(on, method, function (this: unknown, ...values: unknown[]) {
      queries.push(sql(this, values));
      return ask.apply(this, values);
    });
    return () => (own ? Reflect.set(on, method, ask) : Reflect.deleteProperty(on, method));
  });
  try {
    await work();
  } finally {
    for (const undo of restore) undo();
  }
  return queries;
}

/** How many queries `work` sends. */
export const countQueries = async (work: () => Promise<unknown>): Promise<number> =>
  (await queriesOf(work)).length;

/**
 * SQLite's statements share a prototype, so that those which were prepared before are heard as well; so do the
 * connections of a server, those of the pool for searches too.
 */
async function whereQueriesPass(): Promise<Asked> {
  const open = await openConnections();
  if (open.kind === 'sqlite') {
    const on: object = Object.getPrototypeOf(open.reader.prepare('select 1'));
    return { on, by: ['all', 'get', 'run', 'iterate'], sql: (self) => (self as { source: string }).source };
  }
  const on: object = open.kind === 'server' ? pg.Client.prototype : open.lite;
  return { on, by: ['query'], sql: (_, [query]) => textOf(query) };
}

const textOf = (query: unknown) => (typeof query === 'string' ? query : (query as { text: string }).text);

/** How the engine would answer a query with these values: a line for each step. */
export async function planOf(query: string, values: (string | number)[]): Promise<string> {
  const open = await openConnections();
  if (open.kind === 'sqlite') {
    const steps = open.reader.prepare(`explain query plan ${query}`).all(...values) as { detail: string }[];
    return steps.map(({ detail }) => detail).join('\n');
  }
  const explain = `explain ${query}`;
  const { rows } = await (open.kind === 'server'
    ? open.pool.query<PlanStep>(explain, values)
    : open.lite.query<PlanStep>(explain, values));
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

type PlanStep = { 'QUERY PLAN': string };
