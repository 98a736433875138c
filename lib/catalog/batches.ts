/** SQLite takes 32,766 values in one statement, and a book has some twenty-five. */
const together = 1000;

/** Rows, as many at a time as one statement takes. */
export function* batches<Row>(rows: Row[]): Generator<Row[]> {
  for (let first = 0; first < rows.length; first += together) yield rows.slice(first, first + together);
}
