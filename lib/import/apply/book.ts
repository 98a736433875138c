import { formats } from '#db/schema/catalog';
import type { NewBook } from '#lib/catalog/books/book';
import type { RealRecord } from '../normalise/record.ts';

const minute = 60_000;

/** The book of a record that is loaded as number `place`, counted from 0. Its format is ours: no source names one. */
export function bookOf(record: RealRecord, place: number, now: Date): NewBook {
  const { title, subtitle, otherTitles, language, year, isbn, publisher, series, seriesNumber } = record;
  return {
    ...{ title, subtitle, otherTitles, language, year, isbn, publisher, series, seriesNumber },
    format: place % 8 === 7 ? formats[(place >> 3) % formats.length] : 'book',
    addedAt: new Date(now.getTime() - (place + 1) * minute),
  };
}
