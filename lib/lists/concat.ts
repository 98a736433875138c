import type { KeyValue } from '#lib/lists/cursor';
import type { ListSource, Part } from '#lib/lists/list-queries';

type Named = { name: string; list: ListSource };

/** Lists of one order, one behind the other by their names, as one list: a name comes before the keys. */
export const concat = (order: ListSource['order'], lists: Named[]): ListSource => ({
  order: { name: `chained-${order.name}`, kinds: ['text', ...order.kinds] },
  total: lists.reduce((sum, { list }) => sum + list.total, 0),
  rows: (part) => rowsOf(part.side === 'after' ? lists : lists.toReversed(), part),
});

async function rowsOf(lists: Named[], { side, limit, place, offset = 0 }: Part): Promise<KeyValue[][]> {
  const found: KeyValue[][] = [];
  let skipped = offset;
  for (const { name, list } of lists.filter(({ name }) => !isPassed(name, side, place?.[0]))) {
    const missing = limit - found.length;
    const here = name === place?.[0] ? { place: place.slice(1) } : { offset: skipped };
    if (missing > 0 && skipped < list.total) {
      const rows = await list.rows({ side, limit: missing, ...here });
      found.push(...rows.map((keys) => [name, ...keys]));
    }
    skipped = Math.max(0, skipped - list.total);
  }
  return found;
}

function isPassed(name: string, side: Part['side'], place: KeyValue | undefined): boolean {
  if (place === undefined) return false;
  return side === 'after' ? name < String(place) : name > String(place);
}
