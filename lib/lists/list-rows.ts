import { and, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { db } from '#db/client';
import type { ListSource, Part } from '#lib/lists/list-queries';
import {
  columnsByName,
  keyColumns,
  keyValues,
  kindsOf,
  namedKeys,
  pastPlace,
  type SortOrder,
  sorted,
  sortedByName,
} from '#lib/lists/sort-order';

/** Records of one table, in an order of its own. */
export type TableList = {
  table: SQLiteTable;
  sortOrder: SortOrder;
  total: number;
  /** What makes a record one of the list. */
  where?: SQL | undefined;
  /** Set where no index has the list in its order, but one has a longer list that it is a part of. */
  within?: Within | undefined;
};

type Within = {
  total: number;
  /** The same as `where`, to ask of one record after the other. */
  held: SQL;
};

export const listOf = (list: TableList): ListSource => ({
  order: { name: list.sortOrder.name, kinds: kindsOf(list.sortOrder) },
  total: list.total,
  rows: async (part) => {
    const near = await nearRows(list, part);
    const rows = near.length === part.limit ? near : await allRows(list, part);
    return rows.map((row) => keyValues(list.sortOrder, row));
  },
});

/** How many times farther than it should be one looks for the end of a part, and how much sooner it has to be there. */
const [scanFactor, minGain] = [16, 4];

/**
 * A part of a large genre as the longer list has it in order already: there the first ten are a few hundred steps away,
 * while sorting the genre costs as much as it has books. Fewer rows, or none, where they stand too far apart.
 */
async function nearRows({ table, sortOrder, total, within }: TableList, part: Part): Promise<Row[]> {
  const { side, limit, offset = 0 } = part;
  const expected = within && ((limit + offset) * within.total) / Math.max(total, 1);
  if (!expected || expected * minGain > total) return [];
  const steps = Math.min(Math.ceil(expected * scanFactor), total);
  const near = sql`(
    select ${namedKeys(sortOrder)}, ${within.held} as held from ${table} where ${placeOf(sortOrder, part) ?? sql`true`}
    order by ${sql.join(sorted(sortOrder, side), sql`, `)} limit ${steps}
  ) as near`;
  return db
    .select(columnsByName(sortOrder))
    .from(near)
    .where(sql`held`)
    .orderBy(...sortedByName(sortOrder, side))
    .limit(limit)
    .offset(offset);
}

type Row = Record<string, unknown>;

const allRows = async ({ table, where, sortOrder }: TableList, part: Part): Promise<Row[]> =>
  db
    .select(keyColumns(sortOrder))
    .from(table)
    .where(and(where, placeOf(sortOrder, part)))
    .orderBy(...sorted(sortOrder, part.side))
    .limit(part.limit)
    .offset(part.offset ?? 0);

function placeOf(sortOrder: SortOrder, { side, place, from }: Part): SQL | undefined {
  const [{ by }] = sortOrder.keys;
  if (place) return pastPlace(sortOrder, side, place);
  if (from === undefined) return undefined;
  return side === 'after' ? sql`${by} >= ${from}` : sql`${by} < ${from}`;
}
