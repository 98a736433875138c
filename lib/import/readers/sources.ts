import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RealRecord } from '../normalise/record.ts';
import { goodbooksRecords } from './goodbooks.ts';
import { gutenbergRecords } from './gutenberg.ts';
import { multilingualRecords } from './multilingual.ts';

/** Where the real records are, from the project's root. They are read in place: their licences are not ours. */
export const usualFolder = '../shared/data';

const files = {
  gutenberg: ['gutenbergr/gutenberg_metadata.csv', gutenbergRecords],
  goodbooks: ['goodbooks-10k/books.csv', goodbooksRecords],
  multilingual: ['names/multilingual/titles.tsv', multilingualRecords],
} as const;

export type Source = keyof typeof files;

/** The files that are not there. */
export const missingFiles = (folder: string) =>
  Object.values(files)
    .map(([file]) => join(folder, file))
    .filter((file) => !existsSync(file));

export async function* recordsFrom(folder: string, sources: Source[]): AsyncGenerator<RealRecord> {
  for (const source of sources) {
    const [file, records] = files[source];
    yield* records(join(folder, file));
  }
}
