import { asc, eq, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { authors, mergedAuthors } from '#db/schema/catalog';
import { type Place, pageOf } from '#lib/api/requests/cursor';
import type { Author, AuthorInList } from '#lib/api/schemas/author-schema';
import { authorPath } from '#lib/catalog/address';

const columns = {
  id: authors.id,
  name: authors.name,
  sortName: authors.sortName,
  born: authors.born,
  died: authors.died,
  books: authors.bookCount,
};

/** One page of authors behind `place`, in the order of their names. */
export async function authorsAfter(
  place: Place<'author'> | undefined,
  limit: number,
): Promise<{ items: AuthorInList[]; next: string | null }> {
  const rows = await db
    .select({ ...columns, sortKey: authors.sortKey })
    .from(authors)
    .where(place && sql`(${authors.sortKey}, ${authors.id}) > (${place[0]}, ${place[1]})`)
    .orderBy(asc(authors.sortKey), asc(authors.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, 'author', ({ sortKey, id }) => [sortKey, id]);
  return { items: page.rows.map(inList), next: page.next };
}

type AuthorRow = {
  id: number;
  name: string;
  sortName: string;
  born: string | null;
  died: string | null;
  books: number;
};

const inList = ({ id, name, sortName, born, died, books }: AuthorRow): AuthorInList => ({
  id,
  name,
  sort_name: sortName,
  born,
  died,
  books,
  href: `/api/v1/authors/${id}`,
  page: authorPath({ id, name }),
});

/** An author's own record; undefined for an id that no author has. */
export async function authorRecord(id: number): Promise<Author | undefined> {
  const [row] = await db
    .select({ ...columns, variants: authors.variants })
    .from(authors)
    .where(eq(authors.id, id));
  return row && { ...inList(row), variants: row.variants };
}

/** The author that another record, now gone, was merged into. */
export async function livingAuthor(id: number): Promise<number | undefined> {
  const [row] = await db
    .select({ id: mergedAuthors.authorId })
    .from(mergedAuthors)
    .where(eq(mergedAuthors.id, id));
  return row?.id;
}
