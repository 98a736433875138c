import type { Transaction } from '#db/client';
import { languages } from '#db/schema/catalog';
import type { RealRecord } from '../normalise/record.ts';

export async function addLanguages(tx: Transaction, records: RealRecord[]): Promise<void> {
  const codes = new Set(records.flatMap(({ language }) => language ?? []));
  if (codes.size === 0) return;
  const rows = [...codes].sort().map((code) => ({ code }));
  await tx.insert(languages).values(rows).onConflictDoNothing();
}
