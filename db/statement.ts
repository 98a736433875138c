import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client';
import { dialect } from '#db/columns';

type Runner = Record<'run' | 'execute', (statement: SQL) => Promise<unknown>>;

/** A statement without rows: Drizzle calls this `run` in one dialect and `execute` in the other. */
export async function runStatement(tx: Transaction, statement: SQL | string): Promise<void> {
  const runner = tx as unknown as Runner;
  const parsed = typeof statement === 'string' ? sql.raw(statement) : statement;
  await (dialect === 'postgresql' ? runner.execute(parsed) : runner.run(parsed));
}
