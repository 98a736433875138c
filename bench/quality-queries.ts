import { readFileSync } from 'node:fs';
import { isSought, type Sought } from '#lib/import/match/same-work';
import type { RealRecord } from '#lib/import/normalise/record';

/** What a reader types, and what that reader looks for. */
export type Query = Sought & { q: string };

/** Known-item queries by class. */
export function qualityQueries(): Record<string, Query[]> {
  const file = new URL('./search-quality-queries.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Queries that no record answers: whoever wrote them was wrong, or the records are others. */
export function unanswerable(queries: Query[], records: RealRecord[]): Query[] {
  const described = records.map((record) => ({
    ...record,
    names: record.contributors.flatMap(({ name, sortName, variants }) => [name, sortName, ...variants]),
  }));
  return queries.filter((query) => !described.some((record) => isSought(record, query)));
}
