import type Sqlite from 'better-sqlite3';

/** So many statements of one connection, those that were used last; the library has fewer. */
const maxStatements = 200;

/**
 * The connection as Drizzle is to use it: it prepares each statement anew, and where a table has triggers preparing
 * takes longer than running.
 */
export function cachingStatements(connection: Sqlite.Database): Sqlite.Database {
  const cache = new Map<string, Sqlite.Statement>();
  const prepare = (source: string): Sqlite.Statement => {
    const statement = cache.get(source) ?? connection.prepare(source);
    cache.delete(source);
    cache.set(source, statement);
    for (const oldest of cache.keys()) if (cache.size > maxStatements) cache.delete(oldest);
    // Drizzle sets this where it wants rows as arrays, and never takes it back.
    return statement.reader ? statement.raw(false) : statement;
  };
  return Object.create(connection, { prepare: { value: prepare } });
}
