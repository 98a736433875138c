import { and, between, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { dialect } from '#db/columns';
import { searchWords } from '#db/schema/search';

const lastTwo =
  dialect === 'postgresql' ? sql`right(${searchWords.word}, 2)` : sql`substr(${searchWords.word}, -2)`;

const wordsWhere = async (where: SQL | undefined): Promise<string[]> =>
  (await db.select().from(searchWords).where(where)).map(({ word }) => word);

export async function wordsLike(word: string, typos: number): Promise<string[]> {
  const letters = [...word];
  const aboutAsLong = between(
    sql`length(${searchWords.word})`,
    letters.length - typos,
    letters.length + typos,
  );
  const [start, end] = [letters.slice(0, 2).join(''), letters.slice(-2).join('')];
  const found = await Promise.all([
    wordsWhere(and(gte(searchWords.word, start), lt(searchWords.word, `${start}\u{10ffff}`), aboutAsLong)),
    wordsWhere(and(sql`${lastTwo} = ${end}`, aboutAsLong)),
    wordsWhere(inArray(searchWords.word, swaps(letters))),
  ]);
  return [...new Set(found.flat())].filter((other) => other !== word);
}

/** Neighbours changed places: where that happened in the middle of a short word, neither of its ends is left. */
const swaps = (letters: string[]): string[] =>
  letters
    .slice(1)
    .map((letter, place) =>
      [...letters.slice(0, place), letter, letters[place], ...letters.slice(place + 2)].join(''),
    );

export const knownWords = async (words: string[]): Promise<Set<string>> =>
  new Set(words.length > 0 ? await wordsWhere(inArray(searchWords.word, words)) : []);
