import type { RealRecord } from '#lib/import/normalise/record';
import { recordsFrom } from '#lib/import/readers/sources';
import { chances } from './records/chance.ts';
import { recombined } from './records/recombined.ts';

/** So many titles: the real ones of Gutenberg and then of goodbooks, and after them others made out of these. */
export async function* searchRecords(folder: string, titles: number): AsyncGenerator<RealRecord> {
  const real: RealRecord[] = [];
  for await (const record of recordsFrom(folder, ['gutenberg', 'goodbooks'])) {
    if (real.length === titles) return;
    const dated = { ...record, year: record.year ?? yearFor(real.length) };
    real.push(dated);
    yield dated;
  }
  yield* recombined(real, titles - real.length);
}

/** Gutenberg tells no years; without one, to count decades would cost less than it does in a library. */
const yearFor = (place: number) => 1800 + Math.floor(chances(place)() * 225);
