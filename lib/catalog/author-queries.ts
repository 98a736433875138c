import { eq, inArray, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { authors, contributors } from '#db/schema/catalog';
import { recordCountsNow } from '#lib/catalog/count-queries';
import type { AskedList, ListPage } from '#lib/catalog/list-page';
import { listPage } from '#lib/catalog/list-queries';
import { listOf } from '#lib/catalog/list-rows';
import { byBooks, byName, type NameOrder } from '#lib/catalog/name-orders';
import type { Ordering } from '#lib/catalog/ordering';

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
  asked: AskedList<NameOrder>,
): Promise<{ page: ListPage; authors: AuthorInList[] }> {
  const total = (await recordCountsNow()).authors;
  const { page, ids } = await listPage(
    listOf({ table: authors, ordering: orderings[asked.order], total }),
    asked,
  );
  return { page, authors: await authorsInOrder(ids) };
}

const counted = sql`(select count(distinct ${contributors.bookId}) from ${contributors} where ${contributors.authorId} = ${authors.id})`;

const orderings: Record<NameOrder, Ordering> = {
  name: byName('name', authors.sortKey, authors.id),
  books: byBooks('books', counted, authors.sortKey, authors.id),
};

async function authorsInOrder(ids: number[]): Promise<AuthorInList[]> {
  if (ids.length === 0) return [];
  const rows = await db.select(listColumns).from(authors).where(inArray(authors.id, ids));
  const counts = await bookCounts(ids);
  const byId = new Map(rows.map((row) => [row.id, { ...row, books: counts.get(row.id) ?? 0 }]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function bookCounts(authorIds: number[]): Promise<Map<number, number>> {
  const rows = await db
    .select({ id: contributors.authorId, books: sql<number>`count(distinct ${contributors.bookId})` })
    .from(contributors)
    .where(inArray(contributors.authorId, authorIds))
    .groupBy(contributors.authorId);
  return new Map(rows.map(({ id, books }) => [id, Number(books)]));
}

/** An author's own record; undefined for an id that no author has. */
export async function authorDetail(id: number) {
  const [author] = await db
    .select({ ...listColumns, variants: authors.variants })
    .from(authors)
    .where(eq(authors.id, id));
  return author;
}
