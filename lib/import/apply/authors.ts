import { inArray } from 'drizzle-orm';
import type { Transaction } from '#db/client';
import { authors } from '#db/schema/catalog';
import type { RealPerson } from '../normalise/record.ts';
import { authorRow } from './author-row.ts';

type Identity = Pick<RealPerson, 'name' | 'born' | 'died'>;

const identity = ({ name, born, died }: Identity) => `${name}|${born}|${died}`;

/** Finds or adds these people. They are looked for in the database, so that memory does not grow with it. */
export async function authorIdsOf(
  tx: Transaction,
  people: RealPerson[],
): Promise<(person: Identity) => number> {
  const wanted = new Map(people.map((person) => [identity(person), authorRow(person)]));
  const keys = [...wanted.values()].map(({ sortKey }) => sortKey);
  const known = await tx.select().from(authors).where(inArray(authors.sortKey, keys));
  const ids = new Map(known.map((author) => [identity(author), author.id]));
  const missing = [...wanted].filter(([who]) => !ids.has(who)).map(([, row]) => row);
  if (missing.length > 0) {
    const added = await tx.insert(authors).values(missing).returning();
    for (const author of added) ids.set(identity(author), author.id);
  }
  return (person) => {
    const id = ids.get(identity(person));
    if (id === undefined) throw new Error(`${person.name} was not added.`);
    return id;
  };
}
