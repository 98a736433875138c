import { asc, count, eq } from 'drizzle-orm';
import { db } from '#db/client';
import { books, contributors } from '#db/schema/catalog';
import { type BookInList, booksInOrder } from '#lib/catalog/book-list-queries';
import type { Contributor } from '#lib/catalog/contributor-queries';
import { offsetOf, type Page, pageOf } from '#lib/catalog/paging';

/** The books of this page that somebody made in one role, of `total` that there are. */
export type CreditsInRole = { role: Contributor['role']; total: number; books: BookInList[] };

/** One page of what an author had a part in, role by role; a book written and illustrated stands under both. */
export async function creditsOf(
  authorId: number,
  asked: number,
  size: number,
): Promise<{ page: Page; credits: CreditsInRole[] }> {
  const totals = await totalsByRole(authorId);
  const page = pageOf(
    asked,
    size,
    totals.reduce((sum, { total }) => sum + total, 0),
  );
  const rows = await creditRows(authorId, page);
  const listed = await booksInOrder([...new Set(rows.map(({ bookId }) => bookId))]);
  const byId = new Map(listed.map((book) => [book.id, book]));
  const credits = totals.map(({ role, total }) => {
    const here = rows.filter((row) => row.role === role);
    return { role, total, books: here.flatMap(({ bookId }) => byId.get(bookId) ?? []) };
  });
  return { page, credits: credits.filter(({ books }) => books.length > 0) };
}

/** That authors come first, and translators last, the alphabet sees to. */
const inOrder = asc(contributors.role);

const totalsByRole = (authorId: number) =>
  db
    .select({ role: contributors.role, total: count() })
    .from(contributors)
    .where(eq(contributors.authorId, authorId))
    .groupBy(contributors.role)
    .orderBy(inOrder);

const creditRows = (authorId: number, page: Page) =>
  db
    .select({ bookId: contributors.bookId, role: contributors.role })
    .from(contributors)
    .innerJoin(books, eq(books.id, contributors.bookId))
    .where(eq(contributors.authorId, authorId))
    .orderBy(inOrder, asc(books.sortKey), asc(books.id))
    .limit(page.size)
    .offset(offsetOf(page));
