import { db } from '#db/client';
import { languages } from '#db/schema/catalog';
import type { NameOrder } from '#lib/catalog/subjects/name-orders';
import { type ListPage, type ListParams, listPageOf } from '#lib/lists/list-page';
import { sliceOf } from '#lib/lists/slice';
import { keyColumns, pastPlace, type SortOrder, sorted } from '#lib/lists/sort-order';
import { type Step, type Walked, walked } from '#lib/lists/walk';

export type LanguageInList = { code: string; name: string; books: number };

/** How a reader's own language names and orders the languages of the world. */
type Naming = { nameOf: (code: string) => string; compare: (one: string, other: string) => number };

/** One page of languages. There are few of them, and their names are not in the database: all are read and ordered. */
export async function languageIndex(
  params: ListParams<NameOrder>,
  { nameOf, compare }: Naming,
): Promise<{ page: ListPage; languages: LanguageInList[] }> {
  const rows = (await counts()).map((row) => ({ ...row, name: nameOf(row.code) }));
  const slice = sliceOf(rows.map(keysOf[params.order]), params, compare);
  const byCode = new Map(rows.map((language) => [language.code, language]));
  return {
    page: listPageOf(slice, params, rows.length),
    languages: slice.rows.flatMap((keys) => byCode.get(String(keys.at(-1))) ?? []),
  };
}

const keysOf = {
  name: ({ name, code }: LanguageInList) => [name, code],
  books: ({ books, name, code }: LanguageInList) => [-books, name, code],
};

const listColumns = { code: languages.code, books: languages.bookCount };
const counts = () => db.select(listColumns).from(languages);

const byCode: SortOrder = {
  name: 'language',
  keys: [{ by: languages.code, kind: 'text' }],
  direction: 'asc',
};

/** The next languages behind a place, by their codes. */
export async function walkLanguages({ after, limit }: Step): Promise<Walked<Omit<LanguageInList, 'name'>>> {
  const rows = await db
    .select({ item: listColumns, keys: keyColumns(byCode) })
    .from(languages)
    .where(after && pastPlace(byCode, 'after', after))
    .orderBy(...sorted(byCode, 'after'))
    .limit(limit + 1);
  return walked(rows, byCode, limit);
}
