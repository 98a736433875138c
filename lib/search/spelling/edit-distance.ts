const maxLetters = 64;
/** Three rows of the table, used again for every pair of words. */
const rows = [0, 1, 2].map(() => new Uint8Array(maxLetters + 1)) as [Uint8Array, Uint8Array, Uint8Array];

/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make one word of another:
 * the optimal string alignment distance. Stops counting above `limit`, and then returns `limit + 1`.
 * https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
 */
export function editDistance(from: string, to: string, limit: number): number {
  if (from === to) return 0;
  const [a, b] = [lettersOf(from), lettersOf(to)];
  if (Math.abs(a.length - b.length) > limit || a.length > maxLetters || b.length > maxLetters)
    return limit + 1;
  let [before, last, row] = rows;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = costAt({ a, b, i, j }, before, last, row);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

type Letters = ArrayLike<string>;
type Cell = { a: Letters; b: Letters; i: number; j: number };

function costAt({ a, b, i, j }: Cell, before: Uint8Array, last: Uint8Array, row: Uint8Array): number {
  const [own, other] = [a[i - 1], b[j - 1]];
  const changed = (last[j - 1] ?? 0) + (own === other ? 0 : 1);
  const cost = Math.min(changed, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
  const swapped = i > 1 && j > 1 && own === b[j - 2] && a[i - 2] === other;
  return swapped ? Math.min(cost, (before[j - 2] ?? 0) + 1) : cost;
}

/** Only letters outside the first plane take two units of a string. */
const lettersOf = (word: string): Letters => (/[\ud800-\udfff]/.test(word) ? [...word] : word);

/** Slips that are forgiven in a word: one from three letters on, two from six. */
export const typosIn = (word: string): number => {
  if (/\d/.test(word)) return 0;
  const letters = [...word].length;
  return letters >= 6 ? 2 : letters >= 3 ? 1 : 0;
};
