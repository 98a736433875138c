import { languageCode } from '../normalise/language.ts';
import { personOfHeading } from '../normalise/names.ts';
import type { RealContributor, RealRecord } from '../normalise/record.ts';
import { splitTitle, squeezed } from '../normalise/titles.ts';
import { rowsIn } from './csv.ts';

const columns = [
  'lang',
  'title',
  'author',
  'romanised_or_display_title',
  'romanised_author',
  'source',
] as const;
type Row = Record<(typeof columns)[number], string>;

/** Titles in their script and in ours, from MARC records; the file's other rows are in its sources, which are read too. */
export async function* multilingualRecords(file: string): AsyncGenerator<RealRecord> {
  let number = 0;
  for await (const row of rowsIn(file, columns, { delimiter: '\t', quote: false })) {
    number++;
    if (row.source.startsWith('marc/') && row.romanised_or_display_title) yield recordOf(row, number);
  }
}

function recordOf(row: Row, number: number): RealRecord {
  const [proper = '', ...parallel] = cleaned(row.title).split(' = ');
  const [romanised = '', ...romanisedParallel] = cleaned(row.romanised_or_display_title).split(' = ');
  return {
    source: 'multilingual',
    number: String(number),
    ...splitTitle(proper),
    otherTitles: [...new Set([romanised, ...parallel, ...romanisedParallel])].filter(Boolean),
    contributors: author(cleaned(row.author), cleaned(row.romanised_author)),
    language: languageCode(row.lang),
    year: null,
    isbn: null,
    publisher: null,
    series: null,
    seriesNumber: null,
    genres: [],
  };
}

/** One person, named in the original script, or else romanised. */
function author(original: string, romanised: string): RealContributor[] {
  const [name, other] = [original, romanised].filter(Boolean).map(personOfHeading);
  if (!name) return [];
  const forms = [...name.variants, ...(other ? [other.name, ...other.variants] : [])];
  return [{ ...name, variants: [...new Set(forms)], role: 'author' }];
}

/** Without character references, marks of direction and the punctuation that MARC puts at the end. */
function cleaned(text: string): string {
  const decoded = text.replaceAll(/&#x([0-9a-f]+);/g, (_, hex) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
  return squeezed(decoded.replaceAll(/[\u200e\u200f\ufffd]/g, '')).replace(/\s*[./,:;]+$/, '');
}
