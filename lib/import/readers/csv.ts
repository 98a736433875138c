import { createReadStream } from 'node:fs';
import { type Options, parse } from 'csv-parse';

/** The rows of a file with a header line, one after the other. Throws where a column is missing. */
export async function* rowsIn<Column extends string>(
  file: string,
  columns: readonly Column[],
  options: Options = {},
): AsyncGenerator<Record<Column, string>> {
  const headed = (header: string[]) => withEvery(columns, header, file);
  const parser = createReadStream(file).pipe(parse({ bom: true, ...options, columns: headed }));
  for await (const row of parser) yield row;
}

function withEvery(columns: readonly string[], header: string[], file: string): string[] {
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new Error(`${file} has no column ${missing.join(', ')}.`);
  return header;
}
