import { db } from '#db/client';
import { recordCounts } from '#db/schema/catalog';

export type RecordCounts = {
  books: number;
  copies: number;
  copiesAvailable: number;
  authors: number;
  genres: number;
};

/** One row that the database keeps: the same cost at a million titles. */
export async function recordCountsNow(): Promise<RecordCounts> {
  const { books, copies, copiesAvailable, authors, genres } = recordCounts;
  const [counts] = await db.select({ books, copies, copiesAvailable, authors, genres }).from(recordCounts);
  if (!counts) throw new Error('record_counts is empty: its row comes with the first migration.');
  return counts;
}
