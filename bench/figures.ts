/** A median over rounds, and the lowest and highest of them. */
export type Figure = { median: number; lowest: number; highest: number };

export function figureOf(rounds: number[]): Figure {
  const sorted = rounds.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  const median = middle.reduce((sum, round) => sum + round, 0) / middle.length;
  return { median, lowest: sorted[0] ?? Number.NaN, highest: sorted.at(-1) ?? Number.NaN };
}

export const written = (value: number, digits = 0) =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** `1,391 (1,308–1,457)` */
export const withSpread = ({ median, lowest, highest }: Figure, digits = 0) =>
  `${written(median, digits)} (${written(lowest, digits)}–${written(highest, digits)})`;

/** Decimal, as limits and networks are: 1 kB is 1,000 bytes. */
export const kB = (bytes: number) => `${written(bytes / 1000, 1)} kB`;
export const MB = (bytes: number) => `${written(bytes / 1_000_000)} MB`;
export const seconds = (milliseconds: number) => `${written(milliseconds / 1000, 2)} s`;

/** Prints rows in columns: the first from the left, the others from the right. */
export function printTable(rows: string[][]): void {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(cell.length, widest[column] ?? 0)),
    [],
  );
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(`  ${cells.join('   ')}`.trimEnd());
  }
}
