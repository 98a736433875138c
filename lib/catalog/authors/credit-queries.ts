import { eq, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { contributorRoles, contributors } from '#db/schema/catalog';
import { type BookInList, booksInOrder } from '#lib/catalog/books/book-list-queries';
import type { BookOrder } from '#lib/catalog/books/book-orders';
import { bookSource } from '#lib/catalog/books/book-source';
import type { Contributor } from '#lib/catalog/books/contributor-queries';
import { recordCountsNow } from '#lib/catalog/count-queries';
import { concat } from '#lib/lists/concat';
import type { ListPage, ListParams } from '#lib/lists/list-page';
import { listPage } from '#lib/lists/list-queries';

type Role = Contributor['role'];

/** The books of this page that somebody made in one role, of `total` that there are. */
export type CreditsInRole = { role: Role; total: number; books: BookInList[] };

/**
 * One page of what an author had a part in, role by role, each in the order that was asked for; a book written and
 * illustrated stands under both.
 */
export async function creditsOf(
  authorId: number,
  params: ListParams<BookOrder>,
): Promise<{ page: ListPage; credits: CreditsInRole[] }> {
  const totals = await totalsByRole(authorId);
  const { page, rows } = await listPage(await creditList(authorId, totals, params.order), {
    ...params,
    // A letter would be a place in each of the roles.
    from: undefined,
  });
  const credits = rows.map((keys) => ({ role: keys[0], bookId: Number(keys.at(-1)) }));
  const listed = await booksInOrder([...new Set(credits.map(({ bookId }) => bookId))]);
  const byId = new Map(listed.map((book) => [book.id, book]));
  const inRoles = totals.map(({ role, total }) => {
    const here = credits.filter((credit) => credit.role === role);
    return { role, total, books: here.flatMap(({ bookId }) => byId.get(bookId) ?? []) };
  });
  return { page, credits: inRoles.filter(({ books }) => books.length > 0) };
}

type Total = { role: Role; total: number };

async function creditList(authorId: number, totals: Total[], order: BookOrder) {
  const { books: all } = await recordCountsNow();
  const lists = totals.map(({ role, total }) => {
    const filter = totals.length === 1 ? { authorId } : { authorId, role };
    return { name: role, list: bookSource(filter, order, { total, all }) };
  });
  return concat(bookSource({}, order, { total: 0, all }).order, lists);
}

/** That authors come first, and translators last, the alphabet sees to. */
const roles = contributorRoles.toSorted();

/** Counted in one go: grouping would sort the credits of an author. */
async function totalsByRole(authorId: number): Promise<Total[]> {
  const counts = roles.map((role) => [
    role,
    sql`count(*) filter (where ${contributors.role} = ${role})`.mapWith(Number),
  ]);
  const [row = {}] = await db
    .select(Object.fromEntries(counts))
    .from(contributors)
    .where(eq(contributors.authorId, authorId));
  const totals = roles.map((role) => ({ role, total: Number(row[role] ?? 0) }));
  return totals.filter(({ total }) => total > 0);
}
