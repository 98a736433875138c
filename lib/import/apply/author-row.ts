import type { authors } from '#db/schema/catalog';
import { authorWords } from '#db/search/words';
import { sortKey } from '#db/sort-key';
import type { RealPerson } from '../normalise/record.ts';

export function authorRow({ name, sortName, born, died, variants }: RealPerson): typeof authors.$inferInsert {
  const names = { name, sortName, variants };
  return { ...names, ...authorWords(names), born, died, sortKey: sortKey(sortName) };
}
