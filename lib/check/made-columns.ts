import { type DumpTable, dumpTables } from '#db/dump-tables';
import { authorRowOf } from '#db/rows/author-row';
import { bookRowOf } from '#db/rows/book-row';
import { copyRowOf } from '#db/rows/copy-row';
import { creditRowOf } from '#db/rows/credit-row';
import { genreRowOf } from '#db/rows/genre-row';
import type { DumpRow, Snapshot } from '#db/snapshot';

type Made = Record<string, unknown>;

/** By table: what today's rules make of a record, by the columns that it is kept in. */
const made: Record<string, (row: DumpRow) => Made> = {
  books: (row) => {
    const book = bookRowOf({
      ...(row as object),
      otherTitles: row.other_titles,
      seriesNumber: row.series_number,
      addedAt: new Date(String(row.added_at)),
    } as never);
    return {
      sort_key: book.sortKey,
      title_key: book.titleKey,
      title_keys: book.titleKeys,
      title_words: book.titleWords,
      other_words: book.otherWords,
      about_words: book.aboutWords,
    };
  },
  authors: ({ name, sort_name, variants }) => {
    const author = authorRowOf({ name, sortName: sort_name, variants } as never);
    return { sort_key: author.sortKey, words: author.words };
  },
  genres: ({ name }) => {
    const genre = genreRowOf(String(name));
    return { sort_key: genre.sortKey, words: genre.words };
  },
  copies: ({ shelf_mark, ...row }) => ({
    words: copyRowOf({ ...row, shelfMark: shelf_mark } as never).words,
  }),
  contributors: ({ credited_as }) => ({
    words: creditRowOf(0, 0, { creditedAs: credited_as } as never).words,
  }),
};

/** A sentence for every column that holds what today's rules would not make, with how often and where first. */
export async function brokenColumns(snapshot: Snapshot): Promise<string[]> {
  const sentences = [];
  for (const table of dumpTables()) sentences.push(...(await brokenIn(snapshot, table)));
  return sentences;
}

async function brokenIn(snapshot: Snapshot, table: DumpTable): Promise<string[]> {
  const makes = made[table.name];
  if (!makes) return [];
  const broken = new Map<string, { n: number; first: unknown }>();
  for await (const rows of snapshot.rows(table))
    for (const row of rows)
      for (const column of differing(row, makes(row))) {
        const known = broken.get(column) ?? { n: 0, first: row[table.key[0] ?? ''] };
        broken.set(column, { ...known, n: known.n + 1 });
      }
  return [...broken].map(
    ([column, { n, first }]) =>
      `Rows of ${table.name} whose ${column} is not what today's rules make of them: ${n}, the first is ${first}.`,
  );
}

const differing = (row: DumpRow, expected: Made) =>
  Object.keys(expected).filter((column) => JSON.stringify(row[column]) !== JSON.stringify(expected[column]));
