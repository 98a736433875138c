export type DatabaseLocation =
  | { dialect: 'sqlite'; file: string }
  | { dialect: 'postgresql'; url: string; embedded: boolean };

type Environment = Record<string, unknown> & {
  DATABASE_URL?: string | undefined;
  DATA_DIR?: string | undefined;
};

/**
 * Where the data are, from `DATABASE_URL`: a SQLite file (`file:./data/library.db`), a PostgreSQL server
 * (`postgres://…`) or, for tests, an embedded PostgreSQL in memory (`pglite:`). Undefined for anything else.
 */
export function databaseLocation(environment: Environment): DatabaseLocation | undefined {
  const url =
    environment.DATABASE_URL?.trim() || `file:${environment.DATA_DIR?.trim() || './data'}/library.db`;
  if (url === 'pglite:') return { dialect: 'postgresql', url, embedded: true };
  if (/^postgres(ql)?:\/\/./.test(url)) return { dialect: 'postgresql', url, embedded: false };
  const file = /^file:(?:\/\/(?=\/))?(.+)$/.exec(url)?.[1];
  if (!file) return undefined;
  return { dialect: 'sqlite', file };
}

/** A location of another kind fails here only where nothing has checked the settings before. */
export function currentLocation(): DatabaseLocation {
  const location = databaseLocation(process.env);
  if (!location) throw new Error('DATABASE_URL is neither file:… nor postgres://…');
  return location;
}

/** For the schema, which is written before the settings are checked and must not fail for a wrong one. */
export const currentDialect = () => databaseLocation(process.env)?.dialect ?? 'sqlite';
