import assert from 'node:assert/strict';
import { asc } from 'drizzle-orm';
import { db, transaction } from '#db/client';
import { searchEntries, searchTitles, searchWords } from '#db/schema/search';
import { searchEngine } from '#db/search/engine';
import { reindex } from '#db/search/reindex';
import { plainTerms } from '#db/testing/terms';

/** Facets are in no order of their own. */
const inOrder = (words: string) => words.split(' ').sort().join(' ');

/** All that search knows, as tables. */
export async function indexTables() {
  const rows = await db.select().from(searchEntries).orderBy(asc(searchEntries.bookId));
  const entries = rows.map((row) => ({ ...row, facets: inOrder(row.facets) }));
  const titles = await db
    .select()
    .from(searchTitles)
    .orderBy(asc(searchTitles.key), asc(searchTitles.bookId));
  return { entries, titles };
}

/** The same, and as answers: those to every word, title word and facet that it knows. */
export async function wholeIndex() {
  const tables = await indexTables();
  return { ...tables, answers: await answers(tables.entries) };
}

const asked = 'emma mansfield park persuasion jane austen currer bell poetry satire shelf nov aus'.split(' ');

async function answers(entries: { facets: string }[]): Promise<Record<string, number[]>> {
  const found: Record<string, number[]> = {};
  for (const word of asked) {
    found[word] = await books({ words: [word] });
    found[`title: ${word}`] = await books({ words: [word], in: 'title' });
    found[`author: ${word}`] = (await searchEngine.authorsWith([word], 1000)).sort((a, b) => a - b);
  }
  for (const facet of new Set(entries.flatMap(({ facets }) => facets.split(' '))))
    found[facet] = await books({ facets: [[facet]] });
  return found;
}

async function books({
  words = [],
  ...query
}: {
  words?: string[];
  in?: 'title';
  facets?: string[][];
}): Promise<number[]> {
  const whole = { facets: [], in: 'anywhere' as const, unfinished: 'none' as const, limit: 1000 };
  const { entries } = await searchEngine.booksWith({ ...whole, ...query, terms: plainTerms(words) });
  return entries.map(({ id }) => id).sort((a, b) => a - b);
}

export const knownWords = async () =>
  (await db.select().from(searchWords).orderBy(asc(searchWords.word))).map(({ word }) => word);

/** The index as it was kept is the one that is made anew from the records; words may be left over. */
export async function assertKept(): Promise<void> {
  const kept = { index: await wholeIndex(), words: await knownWords() };
  await transaction(reindex);
  assert.deepEqual(kept.index, await wholeIndex());
  const words = new Set(kept.words);
  assert.deepEqual(
    (await knownWords()).filter((word) => !words.has(word)),
    [],
  );
}
