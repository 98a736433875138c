import { and, asc, eq, getTableName, gt, sql } from 'drizzle-orm';
import { db, type Transaction, transaction } from '#db/client';
import { authors, books, contributors, copies, genres } from '#db/schema/catalog';
import { librarySettings } from '#db/schema/library';
import { searchPause } from '#db/schema/search';
import { searchEngine } from '#db/search/engine';
import { indexWords } from '#db/search/terms';
import { authorWords, bookWords, copyWords, genreWords } from '#db/search/words';
import { sortKey } from '#db/sort-key';
import { runStatement } from '#db/statement';

/** Raised with every change to what db/search/words.ts makes of a text: at the next start all words are made anew. */
export const wordsVersion = '5';
const versionName = 'search_words_version';

/** Loads without keeping the index, and fills it at the end: for whoever adds more than some hundred books. */
export async function deferIndexing(load: () => Promise<void>): Promise<void> {
  await transaction(pauseIndex);
  await load();
  await transaction(reindex);
}

/** Until the index is filled it is not kept. */
export const pauseIndex = (tx: Transaction) => tx.insert(searchPause).values({ id: 1 }).onConflictDoNothing();

/** Empties and fills the index, all of it or nothing; from then on it is kept again. */
export async function reindex(tx: Transaction): Promise<void> {
  for (const statement of searchEngine.rebuild) await runStatement(tx, statement);
  await tx.delete(searchPause);
}

/** At a start: an index of an older version, or one that a load left behind when it died, is made anew. */
export async function ensureIndex(): Promise<'filled' | 'as it was'> {
  const [version] = await db.select().from(librarySettings).where(eq(librarySettings.name, versionName));
  const [paused] = await db.select().from(searchPause);
  if (version?.value === wordsVersion && !paused) return 'as it was';
  await transaction((tx) => fillIndex(tx));
  return 'filled';
}

/** Makes the index of all records, and first their words where they are of another version of the rules, or are `lacking`. */
export async function fillIndex(tx: Transaction, lacking = false): Promise<void> {
  const [version] = await tx.select().from(librarySettings).where(eq(librarySettings.name, versionName));
  await pauseIndex(tx);
  if (lacking || version?.value !== wordsVersion) await makeWords(tx);
  await reindex(tx);
  const row = { name: versionName, value: wordsVersion };
  await tx
    .insert(librarySettings)
    .values(row)
    .onConflictDoUpdate({ target: librarySettings.name, set: { value: wordsVersion } });
}

async function makeWords(tx: Transaction): Promise<void> {
  const bookUpdate = preparedUpdate(tx, books, [...bookColumns, 'sortKey']);
  await each(tx, books, (book) => {
    const { titleKeys, ...words } = bookWords(book);
    const sorted = sortKey(book.title, book.language);
    return bookUpdate({ id: book.id, ...words, titleKeys: JSON.stringify(titleKeys), sortKey: sorted });
  });
  const authorUpdate = preparedUpdate(tx, authors, ['words', 'sortKey']);
  await each(tx, authors, (author) =>
    authorUpdate({ id: author.id, ...authorWords(author), sortKey: sortKey(author.sortName) }),
  );
  await makeGenreWords(tx);
  const copyUpdate = preparedUpdate(tx, copies, ['words']);
  await each(tx, copies, (copy) => copyUpdate({ id: copy.id, ...copyWords(copy) }));
  const credited = await tx.select().from(contributors).where(sql`${contributors.creditedAs} is not null`);
  for (const { bookId, position, creditedAs } of credited) {
    const place = and(eq(contributors.bookId, bookId), eq(contributors.position, position));
    await tx
      .update(contributors)
      .set({ words: indexWords(creditedAs) })
      .where(place);
  }
}

const bookColumns = ['titleKey', 'titleKeys', 'titleWords', 'otherWords', 'aboutWords'];

/** Two genres may have become one by new rules: the later keeps its old key, and stays. */
async function makeGenreWords(tx: Transaction): Promise<void> {
  const all = await tx.select().from(genres).orderBy(asc(genres.id));
  const taken = new Set(all.map((genre) => genre.sortKey));
  for (const genre of all) {
    const wanted = sortKey(genre.name);
    const key = wanted === genre.sortKey || taken.has(wanted) ? genre.sortKey : wanted;
    taken.add(key);
    await tx
      .update(genres)
      .set({ ...genreWords(genre), sortKey: key })
      .where(eq(genres.id, genre.id));
  }
}

type Update = { execute: (values: Record<string, unknown>) => PromiseLike<unknown> };

/** One statement for all rows: a new one for each would hold its memory until the end of the transaction. */
function preparedUpdate(tx: Transaction, table: Searched, columns: string[]) {
  const values = Object.fromEntries(columns.map((column) => [column, sql`${sql.placeholder(column)}`]));
  const query = tx
    .update(table as typeof books)
    .set(values)
    .where(eq(table.id, sql.placeholder('id')));
  const update = (query as unknown as { prepare: (name: string) => Update }).prepare(
    `make_words_of_${getTableName(table)}`,
  );
  return async (row: Record<string, unknown>) => update.execute(row);
}

type Searched = typeof books | typeof authors | typeof copies;

const together = 1000;

/** Every record of a table, some at a time: none has to fit into memory with the rest. */
async function each<Table extends Searched>(
  tx: Transaction,
  table: Table,
  change: (record: Table['$inferSelect']) => PromiseLike<unknown>,
): Promise<void> {
  for (let last = 0; ; ) {
    const rows = (await tx
      .select()
      .from(table as typeof books)
      .where(gt(table.id, last))
      .orderBy(asc(table.id))
      .limit(together)) as Table['$inferSelect'][];
    for (const row of rows) await change(row);
    const end = rows.at(-1);
    if (!end) return;
    last = end.id;
  }
}
