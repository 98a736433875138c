import { type Counting, countUpTo } from '#lib/search/candidates';
import { isPast } from '#lib/search/deadline';
import { booksTitled } from '#lib/search/entry-queries';
import { editDistance, typosIn } from '#lib/search/spelling/edit-distance';
import { knownWords, wordsLike } from '#lib/search/spelling/word-queries';

type Correction = { words: string[]; distance: number; books: number };

const mostReadings = 5;
const mostTries = 30;
const enoughBooks = 200;

/**
 * The words as they may have been meant, where together they are found nowhere: the reading with the fewest slips
 * that some book holds, or with one more if that is a whole title. Undefined where there is none in time.
 */
export async function correctedQuery(
  words: readonly string[],
  { facets, until }: Omit<Counting, 'limit'>,
): Promise<string[] | undefined> {
  const readings = await Promise.all(words.map((word) => readingsOf(word, until)));
  let first: { words: string[]; cost: number } | undefined;
  for (const reading of fewestSlipsFirst(readings).slice(0, mostTries)) {
    const [tried, cost] = [reading.flatMap((each) => each.words), costOf(reading)];
    if (first && cost > first.cost + 1) break;
    if (tried.join(' ') === words.join(' ')) continue;
    if ((await countUpTo(tried, { facets, limit: 1, until })) === 0) continue;
    if ((await booksTitled(tried.join(' '))).length > 0) return tried;
    first ??= { words: tried, cost };
  }
  return first?.words;
}

async function readingsOf(word: string, until: number): Promise<Correction[]> {
  const books = await booksWith(word, until);
  const asTyped = books > 0 ? [{ words: [word], distance: 0, books }] : [];
  const typos = isPast(until) ? 0 : typosIn(word);
  if (typos === 0) return asTyped.length > 0 ? asTyped : [{ words: [word], distance: 0, books }];
  const others = [...(await similar(word, typos, until)), ...(books === 0 ? await halves(word) : [])];
  const read = [...asTyped, ...others.sort((a, b) => a.distance - b.distance || b.books - a.books)];
  return read.length > 0 ? read.slice(0, mostReadings) : [{ words: [word], distance: 0, books: 0 }];
}

async function similar(word: string, typos: number, until: number): Promise<Correction[]> {
  const near = (await wordsLike(word, typos))
    .map((other) => ({
      other,
      distance: editDistance(word, other, typos) + (other[0] === word[0] ? 0 : 0.5),
    }))
    .filter(({ distance }) => distance < typos + 1)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, mostReadings * 4);
  const counted = await Promise.all(
    near.map(async ({ other, distance }) => ({
      words: [other],
      distance,
      books: await booksWith(other, until),
    })),
  );
  return counted.filter(({ books }) => books > 0);
}

const booksWith = (word: string, until: number) =>
  countUpTo([word], { facets: [], limit: enoughBooks, until });

/** `harrypotter` is *harry* and *potter*. */
async function halves(word: string): Promise<Correction[]> {
  const letters = [...word];
  const cuts = letters
    .slice(2, -1)
    .map((_, place) => [letters.slice(0, place + 2).join(''), letters.slice(place + 2).join('')]);
  const known = await knownWords(cuts.flat());
  return cuts
    .filter((cut) => cut.every((half) => known.has(half)))
    .map((cut) => ({ words: cut, distance: 1, books: 1 }));
}

const costOf = (chosen: Correction[]) => chosen.reduce((total, { distance }) => total + distance, 0);

function fewestSlipsFirst(readings: Correction[][]): Correction[][] {
  const combined = readings.reduce<Correction[][]>(
    (sofar, next) => sofar.flatMap((chosen) => next.map((reading) => [...chosen, reading])).slice(0, 1000),
    [[]],
  );
  const books = (chosen: Correction[]) => Math.min(...chosen.map((reading) => reading.books));
  return combined.sort((a, b) => costOf(a) - costOf(b) || books(b) - books(a));
}
