import { getTableColumns } from 'drizzle-orm';
import { db } from '#db/client';
import { prepared } from '#db/prepared';
import { recordCounts } from '#db/schema/catalog';

const { id: _, ...figures } = getTableColumns(recordCounts);

const countsRow = prepared('record_counts', () => db.select(figures).from(recordCounts));

export type RecordCounts = {
  books: number;
  copies: number;
  copiesAvailable: number;
  authors: number;
  genres: number;
};

/** One row that the database keeps: the same cost at a million titles. */
export async function recordCountsNow(): Promise<RecordCounts> {
  const [counts] = await countsRow();
  if (!counts) throw new Error('record_counts is empty: its row comes with the first migration.');
  return counts;
}
