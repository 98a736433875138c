import { NoopLogger } from 'drizzle-orm/logger';

/** How many queries `work` sends to the database: every client of ours tells Drizzle's silent logger of each. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  let queries = 0;
  const { logQuery } = NoopLogger.prototype;
  NoopLogger.prototype.logQuery = () => {
    queries += 1;
  };
  try {
    await work();
  } finally {
    NoopLogger.prototype.logQuery = logQuery;
  }
  return queries;
}
