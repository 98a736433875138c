import { asc, eq, inArray, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { authors, contributors } from '#db/schema/catalog';
import { recordCountsNow } from '#lib/catalog/count-queries';
import { offsetOf, type Page, pageOf } from '#lib/catalog/paging';

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

/** One page of authors in the order of their names, with how many books each had a part in. */
export async function authorList(
  asked: number,
  size: number,
): Promise<{ page: Page; authors: AuthorInList[] }> {
  const page = pageOf(asked, size, (await recordCountsNow()).authors);
  const rows = await db
    .select(listColumns)
    .from(authors)
    .orderBy(asc(authors.sortKey), asc(authors.id))
    .limit(size)
    .offset(offsetOf(page));
  const counts = await bookCounts(rows.map(({ id }) => id));
  return { page, authors: rows.map((author) => ({ ...author, books: counts.get(author.id) ?? 0 })) };
}

async function bookCounts(authorIds: number[]): Promise<Map<number, number>> {
  if (authorIds.length === 0) return new Map();
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
