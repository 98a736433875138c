import { eq, inArray } from 'drizzle-orm';
import { db } from '#db/client';
import { authors } from '#db/schema/catalog';
import { recordCountsNow } from '#lib/catalog/count-queries';
import { byBooks, byName, type NameOrder } from '#lib/catalog/subjects/name-orders';
import type { ListPage, ListParams } from '#lib/lists/list-page';
import { listPage } from '#lib/lists/list-queries';
import { listOf } from '#lib/lists/list-rows';
import type { SortOrder } from '#lib/lists/sort-order';

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
  const rows = await db
    .select({ ...listColumns, books: authors.bookCount })
    .from(authors)
    .where(inArray(authors.id, ids));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** An author's own record; undefined for an id that no author has. */
export async function authorDetail(id: number) {
  const [author] = await db
    .select({ ...listColumns, variants: authors.variants })
    .from(authors)
    .where(eq(authors.id, id));
  return author;
}
