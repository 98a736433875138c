import { type books, formats } from '#db/schema/catalog';
import { bookWords } from '#db/search/words';
import { sortKey } from '#db/sort-key';
import type { RealRecord } from '../normalise/record.ts';

const minute = 60_000;

/** The row of a record that is loaded as number `place`, counted from 0. Its format is ours: no source names one. */
export function bookRow(record: RealRecord, place: number, now: Date): typeof books.$inferInsert {
  const { title, subtitle, otherTitles, language, year, isbn, publisher, series, seriesNumber } = record;
  const values = { title, subtitle, otherTitles, language, year, isbn, publisher, series, seriesNumber };
  return {
    ...values,
    ...bookWords(values),
    sortKey: sortKey(title, language),
    format: place % 8 === 7 ? formats[(place >> 3) % formats.length] : 'book',
    addedAt: new Date(now.getTime() - (place + 1) * minute),
  };
}
