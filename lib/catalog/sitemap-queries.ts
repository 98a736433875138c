import { and, asc, gt, lte, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { authors, books, genres } from '#db/schema/catalog';

export const recordKinds = ['books', 'authors', 'genres'] as const;
export type RecordKind = (typeof recordKinds)[number];

const tables = { books, authors, genres };

/** An address to list: the id, what stands behind it in the address, and since when it is there, where known. */
export type ListedRecord = { id: number; label: string; addedAt: Date | null };

const columnsOf = {
  books: { id: books.id, label: books.title, addedAt: books.addedAt },
  authors: { id: authors.id, label: authors.name, addedAt: sql<null>`null` },
  genres: { id: genres.id, label: genres.name, addedAt: sql<null>`null` },
};

/**
 * The parts of `size` ids that hold a record, counted from 1. The query steps from one part to the next through the
 * primary key, so that it costs as many steps as there are parts, not as there are records.
 */
export async function filledParts(kind: RecordKind, size: number): Promise<number[]> {
  const table = tables[kind];
  const by = sql.raw(String(size));
  // The end of the last part is beyond PostgreSQL's integers.
  const partOf = (id: SQL) => sql`(cast((${id}) as bigint) - 1) / ${by} + 1`;
  const rows = await db.select({ part: sql<number>`part` }).from(sql`(
    with recursive parts(part) as (
      select ${partOf(sql`select min(id) from ${table}`)}
      union all
      select ${partOf(sql`select min(id) from ${table} where id > parts.part * ${by}`)}
      from parts where parts.part is not null
    )
    select part from parts where part is not null
  ) as filled`);
  return rows.map(({ part }) => Number(part));
}

/** The next records of a part, in the order of their ids. */
export async function recordsBetween(
  kind: RecordKind,
  after: number,
  last: number,
  limit: number,
): Promise<ListedRecord[]> {
  const { id } = tables[kind];
  return db
    .select(columnsOf[kind])
    .from(tables[kind])
    .where(and(gt(id, after), lte(id, last)))
    .orderBy(asc(id))
    .limit(limit);
}
