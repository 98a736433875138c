import type { RealPerson } from '#db/real-records/record';
import type { authors } from '#db/schema/catalog';
import { sortKey } from '#db/sort-key';

export function authorRow({ name, sortName, born, died, variants }: RealPerson): typeof authors.$inferInsert {
  return { name, sortName, born, died, variants, sortKey: sortKey(sortName) };
}
