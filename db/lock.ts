import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client';
import { dialect } from '#db/columns';
import { runStatement } from '#db/statement';

/**
 * Others who ask for the lock of this name wait until the transaction ends: for what is counted first and written then.
 * On SQLite every transaction is alone.
 */
export async function lock(tx: Transaction, name: string): Promise<void> {
  if (dialect === 'postgresql')
    await runStatement(tx, sql`select pg_advisory_xact_lock(hashtext(${name}::text))`);
}
