import { soundOf } from '#db/search/names';
import type { QueryTerm } from '#lib/search/query';
import { nearWords } from '#lib/search/spelling/dictionary';
import { typosIn } from '#lib/search/spelling/edit-distance';
import { knownWords } from '#lib/search/spelling/word-queries';

/** How else a term may have been meant, and how far that is from what was typed. */
export type Reading = { form: readonly string[]; distance: number };

/** As many as an index looks up in no time; short words have more neighbours. */
const mostReadings = 48;

/** A name that sounds the same is as far as two slips. */
const soundDistance = 1.75;
const splitDistance = 1;

/** As it was typed, or as it may have been meant, the nearest first. */
export async function readingsOf({ forms }: QueryTerm): Promise<Reading[]> {
  const own = forms.map((form, nth) => ({ form, distance: nth === 0 ? 0 : 0.1 }));
  const [typed, ...more] = forms[0] ?? [];
  if (!typed || more.length > 0) return own;
  const near = await nearWords(typed, typosIn(typed), mostReadings);
  const sound = soundOf(typed);
  return [
    ...own,
    ...near.map(({ word, distance }) => ({ form: [word], distance })),
    ...(await halves(typed)),
    ...(sound ? [{ form: [sound], distance: soundDistance }] : []),
  ];
}

/** `harrypotter` is *harry* and *potter*. */
async function halves(word: string): Promise<Reading[]> {
  const letters = [...word];
  const cuts = letters
    .slice(2, -1)
    .map((_, place) => [letters.slice(0, place + 2).join(''), letters.slice(place + 2).join('')]);
  const known = await knownWords(cuts.flat().filter((half) => half.length > 2));
  const isKnown = (half: string) => known.has(half) || smallWords.has(half);
  return cuts.filter((cut) => cut.every(isKnown)).map((cut) => ({ form: cut, distance: splitDistance }));
}

/** Of two letters, which the list of words does not hold. */
const smallWords = new Set(
  'of in to on at by my no we me he it is as an or up de la le el du un il do da os'.split(' '),
);

/** Neighbours that are one word too: `sun flower` is also looked for as *sunflower*. */
export async function withJoinedNeighbours(terms: readonly QueryTerm[]): Promise<QueryTerm[]> {
  const pairs = terms.slice(1).map((term, before) => joinedForm(terms[before], term));
  const known = await knownWords(pairs.flatMap((pair) => pair ?? []));
  const joined: QueryTerm[] = [];
  for (let place = 0; place < terms.length; place++) {
    const [term, next, pair] = [terms[place], terms[place + 1], pairs[place]];
    if (!term) continue;
    if (!pair || !known.has(pair) || !next) joined.push(term);
    else joined.push({ ...term, forms: [[...(term.forms[0] ?? []), ...(next.forms[0] ?? [])], [pair]] });
    if (pair && known.has(pair)) place++;
  }
  return joined;
}

function joinedForm(term: QueryTerm | undefined, next: QueryTerm): string | undefined {
  const [[first, ...more] = [], [second, ...others] = []] = [term?.forms[0] ?? [], next.forms[0] ?? []];
  if (!first || !second || more.length + others.length > 0 || term?.field !== next.field) return undefined;
  return `${first}${second}`;
}
