import { wordsOf } from '#db/sort-key';
import { languageCode } from '../normalise/language.ts';
import { personOfHeading } from '../normalise/names.ts';
import type { RealRecord } from '../normalise/record.ts';
import { splitTitle } from '../normalise/titles.ts';
import { rowsIn } from './csv.ts';

const columns = ['gutenberg_id', 'title', 'author', 'language', 'gutenberg_bookshelf'] as const;
type Row = Record<(typeof columns)[number], string>;

/** The works of Project Gutenberg's catalogue. A work has a row for each of its authors, one after the other. */
export async function* gutenbergRecords(file: string): AsyncGenerator<RealRecord> {
  let work: Row[] = [];
  for await (const row of rowsIn(file, columns)) {
    if (work[0] && work[0].gutenberg_id !== row.gutenberg_id) {
      yield* recordOf(work);
      work = [];
    }
    work.push(row);
  }
  yield* recordOf(work);
}

/** None for a work without a title. */
function recordOf(rows: Row[]): RealRecord[] {
  const [row] = rows;
  if (!row?.title.trim()) return [];
  const headings = new Set(rows.map(({ author }) => author).filter((author) => author !== ''));
  return [
    {
      source: 'gutenberg',
      number: row.gutenberg_id,
      ...splitTitle(row.title),
      otherTitles: [],
      contributors: [...headings].map((heading) => ({ ...personOfHeading(heading), role: 'author' })),
      language: languageCode(row.language),
      year: null,
      isbn: null,
      publisher: null,
      series: null,
      seriesNumber: null,
      genres: genresOf(row.gutenberg_bookshelf),
    },
  ];
}

const category = 'Category: ';

/** What follows a category of several words, itself parted by the slash that parts the shelves. */
const continuations = new Set([
  ...['Spirituality', 'Films', 'Dramas', 'Gardening', 'Animals', 'Dictionaries', 'Reference', 'Middle Ages'],
  ...['Media', 'Writing', 'Psychology', 'Biochemistry', 'Alcohol', 'Pharmacology', 'Hobbies', 'Management'],
  ...['Agricultural', 'Farming'],
]);

/** At most five of `Bookshelf/Category: Plays/Films/Dramas`, where the last three are one; categories first. */
export function genresOf(shelves: string): string[] {
  const names: string[] = [];
  for (const part of shelves.split('/').filter(Boolean)) {
    const last = names.at(-1);
    const continues = last?.startsWith(category) && continuations.has(part);
    if (continues) names[names.length - 1] = `${last} / ${part}`;
    else names.push(part);
  }
  const [categories, others] = [true, false].map((wanted) =>
    names.filter((name) => name.startsWith(category) === wanted),
  );
  const ordered = [...(categories ?? []), ...(others ?? [])].map((name) => name.replace(category, ''));
  const different = new Map(ordered.map((name) => [wordsOf(name).join(' '), name]));
  return [...different.values()].slice(0, 5);
}
