import { aliasedTable, and, eq, exists, inArray, isNull, lt } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client';
import { authorRowOf } from '#db/rows/author-row';
import { authors, contributors, mergedAuthors } from '#db/schema/catalog';
import { indexWords } from '#db/search/terms';
import { otherNameForms } from '#lib/catalog/authors/name-forms';

export type MergeRefusal = 'same_author' | 'keep_not_found' | 'gone_not_found';
export type MergeOutcome = { ok: true; authorId: number } | { ok: false; reasons: MergeRefusal[] };

/**
 * Makes one author of two records of the same person: `keep` gets the books and the names of `gone`, whose address
 * leads to it from then on. Merging what is merged already changes nothing.
 */
export async function mergeAuthors(keep: number, gone: number): Promise<MergeOutcome> {
  if (keep === gone) return { ok: false, reasons: ['same_author'] };
  return transaction(async (tx) => {
    const locked = await lockAuthors(tx, [keep, gone]);
    const [kept, leaving] = [keep, gone].map((id) => locked.find((author) => author.id === id));
    if (!kept) return { ok: false, reasons: ['keep_not_found'] };
    if (!leaving) return (await isMergedInto(tx, keep, gone)) ? { ok: true, authorId: keep } : notFound;
    if (leaving.name !== kept.name) await keepPrintedName(tx, leaving);
    await moveCredits(tx, keep, gone);
    await addNames(tx, kept, leaving);
    await leadTo(tx, keep, gone);
    await tx.delete(authors).where(eq(authors.id, gone));
    return { ok: true, authorId: keep };
  });
}

const notFound: MergeOutcome = { ok: false, reasons: ['gone_not_found'] };

type Author = typeof authors.$inferSelect;

/** Writing is what both engines lock a row with: on PostgreSQL others may merge at the same time. */
const lockAuthors = (tx: Transaction, ids: number[]): Promise<Author[]> =>
  tx.update(authors).set({ sortKey: authors.sortKey }).where(inArray(authors.id, ids)).returning();

async function isMergedInto(tx: Transaction, keep: number, gone: number): Promise<boolean> {
  const [row] = await tx.select().from(mergedAuthors).where(eq(mergedAuthors.id, gone));
  return row?.authorId === keep;
}

/** Books that were printed under the name of who is gone go on to say so. */
async function keepPrintedName(tx: Transaction, { id, name }: Author): Promise<void> {
  await tx
    .update(contributors)
    .set({ creditedAs: name, words: indexWords(name) })
    .where(and(eq(contributors.authorId, id), isNull(contributors.creditedAs)));
}

/** Where both had the same part in a book, the credit that comes first stays, in its place. */
async function moveCredits(tx: Transaction, keep: number, gone: number): Promise<void> {
  const earlier = aliasedTable(contributors, 'earlier');
  const sameCredit = tx
    .select({ position: earlier.position })
    .from(earlier)
    .where(
      and(
        eq(earlier.bookId, contributors.bookId),
        eq(earlier.role, contributors.role),
        inArray(earlier.authorId, [keep, gone]),
        lt(earlier.position, contributors.position),
      ),
    );
  await tx.delete(contributors).where(and(inArray(contributors.authorId, [keep, gone]), exists(sameCredit)));
  await tx.update(contributors).set({ authorId: keep }).where(eq(contributors.authorId, gone));
}

async function addNames(tx: Transaction, kept: Author, leaving: Author): Promise<void> {
  const forms = [...kept.variants, leaving.name, ...otherNameForms(leaving)];
  const variants = [...new Set(forms)].filter((form) => form !== kept.name && form !== kept.sortName);
  await tx
    .update(authors)
    .set(authorRowOf({ ...kept, variants }))
    .where(eq(authors.id, kept.id));
}

/** Who was merged into `gone` before would otherwise be forgotten with it. */
async function leadTo(tx: Transaction, keep: number, gone: number): Promise<void> {
  await tx.update(mergedAuthors).set({ authorId: keep }).where(eq(mergedAuthors.authorId, gone));
  await tx.insert(mergedAuthors).values({ id: gone, authorId: keep });
}
