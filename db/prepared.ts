import { type Connections, connections } from '#db/connections';

type Statement<Rows> = { execute: (values?: Record<string, unknown>) => Rows | Promise<Rows> };

/**
 * A query whose SQL is built and compiled once, for pages that are asked for all the time: building it again for
 * each request costs ten times what SQLite needs to answer. `name` is the statement's name on a PostgreSQL server.
 */
export function prepared<Rows>(name: string, build: () => PromiseLike<Rows>) {
  let statement: Statement<Rows> | undefined;
  let of: Connections | undefined;
  return async (values?: Record<string, unknown>): Promise<Rows> => {
    const open = connections();
    if (!statement || of !== open) statement = prepare(build(), name);
    of = open;
    return await statement.execute(values);
  };
}

/** The types of SQLite's builders, which ours have in both dialects, know no name for a statement. */
const prepare = <Rows>(query: PromiseLike<Rows>, name: string) =>
  (query as PromiseLike<Rows> & { prepare: (name: string) => Statement<Rows> }).prepare(name);
