import { eq, inArray } from 'drizzle-orm';
import { db } from '#db/client';
import { authors, mergedAuthors } from '#db/schema/catalog';
import { recordCountsNow } from '#lib/catalog/count-queries';
import { byBooks, byName, type NameOrder } from '#lib/catalog/subjects/name-orders';
import type { ListPage, ListParams } from '#lib/lists/list-page';
import { listPage } from '#lib/lists/list-queries';
import { listOf } from '#lib/lists/list-rows';
import { keyColumns, pastPlace, type SortOrder, sorted } from '#lib/lists/sort-order';
import { type Step, type Walked, walked } from '#lib/lists/walk';

export type AuthorInList = {
  id: number;
  name: string;
  sortName: string;
  born: string | null;
  died: string | null;
  books: number;
};

const listColumns = {
  id: authors.id,
  name: authors.name,
  sortName: authors.sortName,
  born: authors.born,
  died: authors.died,
  books: authors.bookCount,
};

/** One page of authors, as an address asks for it, with how many books each had a part in. */
export async function authorIndex(
  params: ListParams<NameOrder>,
): Promise<{ page: ListPage; authors: AuthorInList[] }> {
  const total = (await recordCountsNow()).authors;
  const { page, ids } = await listPage(
    listOf({ table: authors, sortOrder: orderings[params.order], total }),
    params,
  );
  return { page, authors: await authorsInOrder(ids) };
}

const orderings: Record<NameOrder, SortOrder> = {
  name: byName('name', authors.sortKey, authors.id),
  books: byBooks('books', authors.bookCountDesc, authors.sortKey, authors.id),
};

async function authorsInOrder(ids: number[]): Promise<AuthorInList[]> {
  if (ids.length === 0) return [];
  const rows = await db.select(listColumns).from(authors).where(inArray(authors.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The next authors behind a place, by name. */
export async function walkAuthors({ after, limit }: Step): Promise<Walked<AuthorInList>> {
  const sortOrder = orderings.name;
  const rows = await db
    .select({ item: listColumns, keys: keyColumns(sortOrder) })
    .from(authors)
    .where(after && pastPlace(sortOrder, 'after', after))
    .orderBy(...sorted(sortOrder, 'after'))
    .limit(limit + 1);
  return walked(rows, sortOrder, limit);
}

/** An author's own record; undefined for an id that no author has. */
export async function authorDetail(id: number) {
  const [author] = await db
    .select({ ...listColumns, variants: authors.variants })
    .from(authors)
    .where(eq(authors.id, id));
  return author;
}

export type AuthorDetail = NonNullable<Awaited<ReturnType<typeof authorDetail>>>;

/** The author that another record, now gone, was merged into. */
export async function mergedInto(id: number): Promise<number | undefined> {
  const [row] = await db
    .select({ id: mergedAuthors.authorId })
    .from(mergedAuthors)
    .where(eq(mergedAuthors.id, id));
  return row?.id;
}
