import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { authors, books } from '#db/schema/catalog';
import { type Letter, letterGroups, letterOf } from '#lib/lists/letters';

/** More would be no help: only a list in very many scripts has so many. */
const maxLetters = 120;

/**
 * The first letters of all sort keys, in their order. The index is entered once for each letter, just behind the last
 * key that begins with the one before: as many steps as there are letters, not as there are records.
 */
async function initials(table: typeof books | typeof authors, where = sql`true`): Promise<Letter[]> {
  const key = table.sortKey;
  const steps = sql`(with recursive steps(letter) as (
    select substr(min(${key}), 1, 1) from ${table} where ${where}
    union
    select substr((select min(${key}) from ${table} where ${where} and ${key} > ${lastWith(sql`letter`)}), 1, 1)
    from steps where letter is not null
  ) select letter from steps where letter <> '' limit ${maxLetters}) as steps`;
  const rows = await db.select({ letter: sql<string>`letter` }).from(steps).orderBy(sql`letter`);
  return rows.map(({ letter }) => letterOf(letter));
}

/** Nothing that begins with this letter, or with one of its group, stands behind this. */
function lastWith(letter: SQL): SQL {
  const groups = letterGroups.map(
    ({ first, last }) =>
      sql`when ${letter} between ${sql.raw(`'${first}'`)} and ${sql.raw(`'${last}'`)} then ${sql.raw(`'${last}'`)}`,
  );
  return sql`(case ${sql.join(groups, sql` `)} else ${letter} end) || '\u{10ffff}'`;
}

export const titleLetters = () => initials(books);
/** Of the books in a language, which its index has in their order. */
export const titleLettersIn = (language: string) => initials(books, eq(books.language, language));
export const authorLetters = () => initials(authors);

/** How many records begin with a letter: as many steps in the index as there are. */
const countAt = (table: typeof books | typeof authors, { from, to }: Letter, where?: SQL): Promise<number> =>
  db.$count(table, and(where, gte(table.sortKey, from), lt(table.sortKey, `${to}\u{10ffff}`)));

export const titlesAt = (letter: Letter, language?: string): Promise<number> =>
  countAt(books, letter, language === undefined ? undefined : eq(books.language, language));
export const authorsAt = (letter: Letter): Promise<number> => countAt(authors, letter);
