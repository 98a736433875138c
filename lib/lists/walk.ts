import type { KeyValue } from '#lib/lists/cursor';
import { keyValues, type SortOrder } from '#lib/lists/sort-order';

/** A step of a walk through a whole list, which needs no count and no numbers of pages: so many records behind a place. */
export type Step = { after: readonly KeyValue[] | undefined; limit: number };

/** The records of a step, and the place to go on from; undefined at the end. */
export type Walked<Item> = { items: Item[]; next: KeyValue[] | undefined };

type Row<Item> = { item: Item; keys: Record<string, unknown> };

/** What a step comes to; where the list goes on, there is a row more than it takes. */
export function walked<Item>(rows: Row<Item>[], sortOrder: SortOrder, limit: number): Walked<Item> {
  const taken = rows.slice(0, limit);
  const last = taken.at(-1);
  return {
    items: taken.map(({ item }) => item),
    next: rows.length > limit && last ? keyValues(sortOrder, last.keys) : undefined,
  };
}
