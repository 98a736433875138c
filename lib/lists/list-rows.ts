import { and, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import type { authors, books, genres } from '#db/schema/catalog';
import type { ListSource, Part } from '#lib/lists/list-queries';
import {
  beyond,
  columnsByName,
  keyColumns,
  keyValues,
  namedKeys,
  type Ordering,
  sorted,
  sortedByName,
} from '#lib/lists/sort-order';

/** Records of one table, in an order of its own. */
export type Listed = {
  table: typeof books | typeof authors | typeof genres;
  ordering: Ordering;
  total: number;
  /** What makes a record one of the list. */
  where?: SQL | undefined;
  /** Set where no index has the list in its order, but one has a longer list that it is a part of. */
  among?: Among | undefined;
};

type Among = {
  total: number;
  /** The same as `where`, to ask of one record after the other. */
  held: SQL;
};

export const listOf = (list: Listed): ListSource => ({
  order: { name: list.ordering.name, kinds: list.ordering.keys.map(({ kind }) => kind) },
  total: list.total,
  rows: async (part) => {
    const near = await nearRows(list, part);
    const rows = near.length === part.limit ? near : await allRows(list, part);
    return rows.map((row) => keyValues(list.ordering, row));
  },
});

/** How many times farther than it should be one looks for the end of a part, and how much sooner it has to be there. */
const [patience, gain] = [16, 4];

/**
 * A part of a large genre as the longer list has it in order already: there the first ten are a few hundred steps away,
 * while sorting the genre costs as much as it has books. Fewer rows, or none, where they stand too far apart.
 */
async function nearRows({ table, ordering, total, among }: Listed, part: Part): Promise<Row[]> {
  const { side, limit, offset = 0 } = part;
  const expected = among && ((limit + offset) * among.total) / Math.max(total, 1);
  if (!expected || expected * gain > total) return [];
  const steps = Math.min(Math.ceil(expected * patience), total);
  const near = sql`(
    select ${namedKeys(ordering)}, ${among.held} as held from ${table} where ${placeOf(ordering, part) ?? sql`true`}
    order by ${sql.join(sorted(ordering, side), sql`, `)} limit ${steps}
  ) as near`;
  return db
    .select(columnsByName(ordering))
    .from(near)
    .where(sql`held`)
    .orderBy(...sortedByName(ordering, side))
    .limit(limit)
    .offset(offset);
}

type Row = Record<string, unknown>;

const allRows = async ({ table, where, ordering }: Listed, part: Part): Promise<Row[]> =>
  db
    .select(keyColumns(ordering))
    .from(table)
    .where(and(where, placeOf(ordering, part)))
    .orderBy(...sorted(ordering, part.side))
    .limit(part.limit)
    .offset(part.offset ?? 0);

function placeOf(ordering: Ordering, { side, place, from }: Part): SQL | undefined {
  const [{ by }] = ordering.keys;
  if (place) return beyond(ordering, side, place);
  if (from === undefined) return undefined;
  return side === 'after' ? sql`${by} >= ${from}` : sql`${by} < ${from}`;
}
