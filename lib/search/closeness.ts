import type { SearchEntry } from '#db/search/engine';
import type { QueryTerm } from '#lib/search/query';
import type { Reading } from '#lib/search/spelling/near-words';

/** A term with every way to read it, how many books have it as it was typed, and how much it says. */
export type ReadTerm = { term: QueryTerm; readings: Reading[]; books: number; weight: number };

/**
 * For each term the form that was found; `unseen` where the index found one that is neither in the title nor in a name;
 * undefined where none was.
 */
export type Matched = readonly string[] | 'unseen' | undefined;
export type Scored = {
  entry: SearchEntry;
  points: number;
  /** What part of what was typed it has. */
  share: number;
  matched: Matched[];
};

type Match = { form: readonly string[]; part: number; words: number };

const slipCosts = 0.6;
const inNamesOnly = 0.95;
const elsewhere = 0.5;

/**
 * How near an entry comes to what was typed: what share of the terms it has, each by what it says and how far it was from
 * what was typed; how much of the title that is; and whether the title begins so.
 */
export function closeness(
  entry: SearchEntry,
  read: readonly ReadTerm[],
  dropped: ReadonlySet<number>,
): Scored {
  const [title, names] = [` ${entry.titleKey} `, ` ${entry.names} `];
  const titleWords = entry.titleKey.split(' ').length;
  let [total, matchedWeight, inTitle] = [0, 0, 0];
  const matched = read.map(({ readings, weight }, place): Matched => {
    total += weight;
    const titled = matchIn(title, readings, 1);
    const named = titled?.part === 1 ? undefined : matchIn(names, readings, inNamesOnly);
    const match = named && named.part > (titled?.part ?? 0) ? named : titled;
    if (match && match === titled) inTitle += match.words;
    // The index found it, in a subtitle or series that is not looked at here.
    const unseen = match ? 0 : dropped.has(place) ? 0 : elsewhere;
    matchedWeight += weight * (match?.part ?? unseen);
    return match?.form ?? (unseen > 0 ? 'unseen' : undefined);
  });
  const share = matchedWeight / Math.max(total, 0.01);
  const coverage = Math.min(1, inTitle / titleWords);
  const [first] = matched;
  const begins = Array.isArray(first) && title.startsWith(` ${first.join(' ')} `) ? 20 : 0;
  const points = 700 * share + 200 * coverage + (coverage === 1 ? 80 : 0) + begins;
  return { entry, points, share, matched };
}

/** The reading with the fewest slips that a text has. */
function matchIn(text: string, readings: readonly Reading[], worth: number): Match | undefined {
  let best: Match | undefined;
  for (const { form, distance } of readings) {
    const part = worth / (1 + slipCosts * distance);
    if (best && part <= best.part) continue;
    if (
      text.includes(` ${form.join(' ')} `) ||
      (form.length > 1 && form.every((word) => text.includes(` ${word} `)))
    )
      best = { form, part, words: form.length };
  }
  return best;
}
