import { asc, gt, inArray, type SQL } from 'drizzle-orm';
import { db } from '#db/client';
import { searchWords } from '#db/schema/search';

const wordsWhere = async (where: SQL | undefined): Promise<string[]> =>
  (await db.select().from(searchWords).where(where)).map(({ word }) => word);

/** So many words that stand behind this one, in their order. */
export const wordsAfter = async (word: string, limit: number): Promise<string[]> =>
  (
    await db
      .select()
      .from(searchWords)
      .where(gt(searchWords.word, word))
      .orderBy(asc(searchWords.word))
      .limit(limit)
  ).map((row) => row.word);

export const knownWords = async (words: string[]): Promise<Set<string>> =>
  new Set(words.length > 0 ? await wordsWhere(inArray(searchWords.word, words)) : []);
