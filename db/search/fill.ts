import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { db, type Transaction, transaction } from '#db/client';
import { authors, books, contributors, copies } from '#db/schema/catalog';
import { librarySettings } from '#db/schema/library';
import { searchPause } from '#db/schema/search';
import { searchEngine } from '#db/search/engine';
import { authorWords, bookWords, copyWords, indexWords } from '#db/search/words';
import { runStatement } from '#db/statement';

/** Raised with every change to what db/search/words.ts makes of a text: at the next start all words are made anew. */
const wordsVersion = '2';
const versionName = 'search_words_version';

/** Loads without keeping the index, and fills it at the end: for whoever adds more than some hundred books. */
export async function withSearchFilledAfter(load: () => Promise<void>): Promise<void> {
  await transaction(pause);
  await load();
  await transaction(rebuildSearch);
}

const pause = (tx: Transaction) => tx.insert(searchPause).values({ id: 1 }).onConflictDoNothing();

/** Empties and fills the index, all of it or nothing; from then on it is kept again. */
export async function rebuildSearch(tx: Transaction): Promise<void> {
  for (const statement of searchEngine.rebuild) await runStatement(tx, statement);
  await tx.delete(searchPause);
}

/** At a start: an index of an older version, or one that a load left behind when it died, is made anew. */
export async function ensureSearch(): Promise<'filled' | 'as it was'> {
  const [version] = await db.select().from(librarySettings).where(eq(librarySettings.name, versionName));
  const [paused] = await db.select().from(searchPause);
  if (version?.value === wordsVersion && !paused) return 'as it was';
  await transaction(async (tx) => {
    await pause(tx);
    if (version?.value !== wordsVersion) await makeWords(tx);
    await rebuildSearch(tx);
    const row = { name: versionName, value: wordsVersion };
    await tx
      .insert(librarySettings)
      .values(row)
      .onConflictDoUpdate({ target: librarySettings.name, set: { value: wordsVersion } });
  });
  return 'filled';
}

async function makeWords(tx: Transaction): Promise<void> {
  await each(tx, books, (book) => tx.update(books).set(bookWords(book)).where(eq(books.id, book.id)));
  await each(tx, authors, (author) =>
    tx.update(authors).set(authorWords(author)).where(eq(authors.id, author.id)),
  );
  await each(tx, copies, (copy) => tx.update(copies).set(copyWords(copy)).where(eq(copies.id, copy.id)));
  const credited = await tx.select().from(contributors).where(sql`${contributors.creditedAs} is not null`);
  for (const { bookId, position, creditedAs } of credited) {
    const place = and(eq(contributors.bookId, bookId), eq(contributors.position, position));
    await tx
      .update(contributors)
      .set({ words: indexWords(creditedAs) })
      .where(place);
  }
}

const together = 1000;

/** Every record of a table, some at a time: none has to fit into memory with the rest. */
async function each<Table extends typeof books | typeof authors | typeof copies>(
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
