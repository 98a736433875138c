/**
 * How many letters must be put in, left out, changed or swapped with their neighbour to make one word of another:
 * the optimal string alignment distance. Stops counting above `limit`, and then returns `limit + 1`.
 * https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
 */
export function editDistance(from: string, to: string, limit: number): number {
  const [a, b] = [[...from], [...to]];
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = b.map((_, j) => j + 1);
  last.unshift(0);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const at = (line: number[], place: number) => line[place] ?? 0;
      row[j] = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + change);
      if (swapped) row[j] = Math.min(at(row, j), at(before, j - 2) + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

/** Slips that are forgiven in a word: one in four letters, two in eight. */
export const typosIn = (word: string): number => {
  if (/\d/.test(word)) return 0;
  const letters = [...word].length;
  return letters >= 8 ? 2 : letters >= 4 ? 1 : 0;
};
