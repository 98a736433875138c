import assert from 'node:assert/strict';
import { test } from 'node:test';
import { and, eq } from 'drizzle-orm';
import { db, transaction } from '#db/client';
import { authors, books, contributors } from '#db/schema/catalog';
import { emptyTables, freshDatabase } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import { insertAuthor, insertBook } from '#db/testing/records';

freshDatabase();

const nobody = '\u{10ffff}';
const place = fc.nat(1);
const anyChange = fc.oneof(
  fc.record({ kind: fc.constant('credit' as const), book: place, author: place, position: fc.nat(2) }),
  fc.record({ kind: fc.constant('uncredit' as const), book: place, author: place, position: fc.nat(2) }),
  fc.record({ kind: fc.constant('rename' as const), book: place, author: place, position: fc.nat(2) }),
  fc.record({ kind: fc.constant('replace' as const), book: place, author: place, position: fc.nat(2) }),
);

/** The sort key of the first contributor of each book, as anybody would look it up. */
async function firstNames(): Promise<Map<number, string>> {
  const rows = await db
    .select({ book: contributors.bookId, position: contributors.position, key: authors.sortKey })
    .from(contributors)
    .innerJoin(authors, eq(authors.id, contributors.authorId));
  const inOrder = rows.toSorted((a, b) => b.position - a.position);
  return new Map(inOrder.map(({ book, key }) => [book, key]));
}

test('whatever happens to credits and names, a book is filed under who comes first', async () => {
  let renamed = 0;
  const property = fc.asyncProperty(fc.array(anyChange, { maxLength: 8 }), async (changes) => {
    await emptyTables();
    const { bookIds, authorIds } = await transaction(async (tx) => ({
      bookIds: [await insertBook(tx), await insertBook(tx)],
      authorIds: [await insertAuthor(tx, 'Austen'), await insertAuthor(tx, 'Byron')],
    }));
    for (const { kind, book, author, position } of changes) {
      const [bookId = 0, authorId = 0] = [bookIds[book], authorIds[author]];
      const credit = and(eq(contributors.bookId, bookId), eq(contributors.position, position));
      await transaction(async (tx) => {
        if (kind === 'credit')
          await tx
            .insert(contributors)
            .values({ bookId, authorId, position, role: 'author' })
            .onConflictDoNothing();
        if (kind === 'uncredit') await tx.delete(contributors).where(credit);
        if (kind === 'replace')
          await tx
            .update(contributors)
            .set({ role: 'editor', position: position + 3 })
            .where(credit);
        if (kind === 'rename')
          await tx
            .update(authors)
            .set({ sortKey: `name ${++renamed}` })
            .where(eq(authors.id, authorId));
      }).catch(() => {});
    }
    const first = await firstNames();
    for (const { id, authorKey } of await db.select().from(books))
      assert.equal(authorKey, first.get(id) ?? nobody);
  });
  await fc.assert(property, { numRuns: 60 });
});
