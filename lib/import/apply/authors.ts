import { inArray } from 'drizzle-orm';
import type { Transaction } from '#db/client';
import { line } from '#db/rows/text';
import { authors } from '#db/schema/catalog';
import { sortKey } from '#db/sort-key';
import { insertAuthors } from '#lib/catalog/authors/author-commands';
import type { RealPerson } from '../normalise/record.ts';

type Identity = Pick<RealPerson, 'name' | 'born' | 'died'>;

const identity = ({ name, born, died }: Identity) => `${line(name)}|${born}|${died}`;

/** Finds or adds these people. They are looked for in the database, so that memory does not grow with it. */
export async function authorIdsOf(
  tx: Transaction,
  people: RealPerson[],
): Promise<(person: Identity) => number> {
  const wanted = new Map(people.map((person) => [identity(person), person]));
  const keys = [...wanted.values()].map(({ sortName }) => sortKey(line(sortName)));
  const known = await tx.select().from(authors).where(inArray(authors.sortKey, keys));
  const ids = new Map(known.map((author) => [identity(author), author.id]));
  const missing = [...wanted.values()].filter((person) => !ids.has(identity(person)));
  const added = await insertAuthors(tx, missing);
  for (const [nth, person] of missing.entries()) ids.set(identity(person), added[nth] ?? 0);
  return (person) => {
    const id = ids.get(identity(person));
    if (id === undefined) throw new Error(`${person.name} was not added.`);
    return id;
  };
}
