import { wordsOf } from '#db/sort-key';
import { isbnWithLostZeros } from '../normalise/isbn.ts';
import { languageCode } from '../normalise/language.ts';
import { personOfName } from '../normalise/names.ts';
import type { RealRecord } from '../normalise/record.ts';
import { splitSeries, splitTitle, squeezed } from '../normalise/titles.ts';
import { rowsIn } from './csv.ts';

const columns = [
  'book_id',
  'isbn',
  'authors',
  'original_publication_year',
  'original_title',
  'title',
  'language_code',
] as const;
type Row = Record<(typeof columns)[number], string>;

/** The books of goodbooks-10k. Their ISBN-13 were written as floats and are not to be had back. */
export async function* goodbooksRecords(file: string): AsyncGenerator<RealRecord> {
  for await (const row of rowsIn(file, columns)) yield recordOf(row);
}

function recordOf(row: Row): RealRecord {
  const { title: whole, series, seriesNumber } = splitSeries(squeezed(row.title));
  const names = new Set(row.authors.split(',').map(squeezed).filter(Boolean));
  return {
    source: 'goodbooks',
    number: row.book_id,
    ...splitTitle(whole),
    otherTitles: otherTitles(row.original_title, whole),
    contributors: [...names].map((name) => ({ ...personOfName(name), role: 'author' })),
    language: languageCode(row.language_code),
    year: row.original_publication_year ? Math.trunc(Number(row.original_publication_year)) : null,
    isbn: isbnWithLostZeros(row.isbn),
    publisher: null,
    series,
    seriesNumber,
    genres: [],
  };
}

/** The original title, and beside it the romanisation that `धर्मपद [Dhammapada]` holds, unless the title says the same. */
function otherTitles(original: string, title: string): string[] {
  const { title: whole } = splitSeries(squeezed(original));
  const [, before, romanised] = /^(.+?) \[([^\]]+)\]$/.exec(whole) ?? [];
  const forms = before && romanised ? [before, romanised] : [whole];
  return forms.filter((form) => form !== '' && wordsOf(form).join(' ') !== wordsOf(title).join(' '));
}
