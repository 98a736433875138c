import { type SearchEntry, searchEngine } from '#db/search/engine';
import { typedWords } from '#db/search/terms';
import { countUpTo } from '#lib/search/candidates';
import { closeness, type Matched, type ReadTerm, type Scored } from '#lib/search/closeness';
import { isPast } from '#lib/search/deadline';
import { booksTitledAny, entriesOf } from '#lib/search/entry-queries';
import { passes } from '#lib/search/facets/facets';
import type { QueryTerm } from '#lib/search/query';
import { inTheirFields } from '#lib/search/rank';
import { smallWords } from '#lib/search/small-words';
import { readingsOf } from '#lib/search/spelling/near-words';
import { titleKeysOf } from '#lib/search/whole-titles';

export type Approximation = {
  /** Best first. */
  entries: SearchEntry[];
  /** The terms as the best was found by them; those that it lacks as they were typed. */
  terms: QueryTerm[];
  /** The words that the best lacks. */
  missing: string[];
  /** It has all, but so far from what was typed that something else may be meant. */
  far: boolean;
};

type Where = { facets: string[][]; until: number };

const mostOfOne = 200;
const mostShown = 60;

/** Books that are nearer than this are not improved by leaving more words out. */
const goodEnough = 520;

/** What has less of what was typed is not near. */
const leastShare = 0.3;

/** What is that much less near than the best is not shown beside it. */
const shownFrom = 0.72;

/**
 * The books that come nearest where none has all terms as they were typed: with slips, or without some of the words, or
 * both. One look-up for all readings together finds what occurs together.
 */
export async function approximate(
  terms: readonly QueryTerm[],
  where: Where,
): Promise<Approximation | undefined> {
  const read: ReadTerm[] = [];
  for (const term of terms) read.push(await readTerm(term, where));
  const readable = read.map(({ term, readings }) => ({ ...term, forms: readings.map(({ form }) => form) }));
  const found = new Map<number, Scored>();
  const note = (entries: SearchEntry[], dropped: ReadonlySet<number>) => {
    for (const entry of entries.filter((each) => inTheirFields(each, readable))) {
      const scored = closeness(entry, read, dropped);
      if (scored.points > (found.get(entry.id)?.points ?? 0)) found.set(entry.id, scored);
    }
  };
  note(await titledLike(read, where), new Set());
  const best = () => Math.max(0, ...[...found.values()].map(({ points }) => points));
  for (const sets of setsToDrop(read)) {
    for (const dropped of sets) {
      if (isPast(where.until)) break;
      const entries = await holding(
        read.filter((_, place) => !dropped.has(place)),
        where,
      );
      note(entries, dropped);
    }
    if (best() >= goodEnough) break;
  }
  return nearest([...found.values()], read, where);
}

async function readTerm(term: QueryTerm, { facets, until }: Where): Promise<ReadTerm> {
  const [typed = ''] = typedWords([term]);
  if (isPast(until))
    return { term, readings: term.forms.map((form) => ({ form, distance: 0 })), books: 0, weight: 1 };
  const readings = await readingsOf(term);
  const books = await countUpTo([term], { facets, limit: commonFrom, until });
  return { term, readings, books, weight: weightOf(typed, books) };
}

const commonFrom = 300;

/** How much it says that a book has a word: one that stands everywhere says little, a year less than a name. */
function weightOf(word: string, books: number): number {
  if (smallWords.has(word)) return 0.15;
  if (/^\d{4}$/.test(word)) return 0.5;
  return 2 - Math.log(books + 1) / Math.log(commonFrom + 1);
}

/** A title that is whole with slips in it, however common its words are. */
async function titledLike(read: readonly ReadTerm[], { facets }: Where): Promise<SearchEntry[]> {
  const terms = read.map(({ readings }) => ({ forms: readings.slice(0, 24).map(({ form }) => form) }));
  const keys = terms.length === 1 ? titleKeysOf(terms) : oneSlip(read);
  const byKey = await booksTitledAny(keys.slice(0, 400));
  const entries = await entriesOf([...new Set([...byKey.values()].flat())].slice(0, mostOfOne));
  return entries.filter((entry) => passes(entry, facets));
}

/** Every way to read one of the terms otherwise and the rest as typed. */
const oneSlip = (read: readonly ReadTerm[]): string[] => {
  const typed = read.map(({ term }) => (term.forms[0] ?? []).join(' '));
  return read.flatMap(({ readings }, place) =>
    readings.slice(1, 40).map(({ form }) => typed.with(place, form.join(' ')).join(' ')),
  );
};

async function holding(kept: readonly ReadTerm[], { facets, until }: Where): Promise<SearchEntry[]> {
  const terms = kept.map(({ readings }) => ({ forms: readings.map(({ form }) => form) }));
  const query = { terms, unfinished: 'none', in: 'anywhere', facets, limit: mostOfOne, until } as const;
  return (await searchEngine.booksWith(query)).entries;
}

/** None; each one; each two; all but each one of those that say most. */
function setsToDrop(read: readonly ReadTerm[]): Set<number>[][] {
  const places = [...read.keys()].sort((a, b) => (read[a]?.weight ?? 0) - (read[b]?.weight ?? 0));
  const singles = places.map((place) => new Set([place]));
  const pairs = places.flatMap((one, nth) => places.slice(nth + 1).map((other) => new Set([one, other])));
  const alone = places
    .toReversed()
    .filter((place) => (read[place]?.weight ?? 0) > 0.2)
    .slice(0, 3)
    .map((only) => new Set(places.filter((place) => place !== only)));
  const smallest = new Set(places.filter((place) => (read[place]?.weight ?? 0) < 0.2));
  return [[new Set<number>()], [...singles, smallest], pairs.slice(0, 30), alone]
    .map((sets) => sets.filter((set) => set.size < read.length))
    .filter((sets, nth) => nth === 0 || read.length > 1 || sets.length > 0);
}

/** Nearest first, a reading that many books share before one that few do; of equals one that is on the shelf. */
function inOrder(found: Scored[]): Scored[] {
  const books = Map.groupBy(found, readingOf);
  const isIn = ({ entry }: Scored) => (entry.facets.endsWith('v_1') ? 0 : 1);
  return found
    .map((scored) => ({
      ...scored,
      points: scored.points + sharedBonus(books.get(readingOf(scored))?.length ?? 1),
    }))
    .sort((a, b) => b.points - a.points || isIn(a) - isIn(b) || a.entry.id - b.entry.id);
}

/** As much as a title that is a word shorter. */
const sharedBonus = (books: number) => Math.min(45, 15 * Math.log2(books));

const readingOf = ({ matched }: Scored) => matched.map((form) => String(form)).join(' / ');

async function nearest(
  found: Scored[],
  read: readonly ReadTerm[],
  where: Where,
): Promise<Approximation | undefined> {
  const best = inOrder(found.filter(({ share }) => share >= leastShare));
  const [first] = best;
  if (!first) return undefined;
  const entries = best.filter(({ points }) => points >= first.points * shownFrom).map(({ entry }) => entry);
  const missing = first.matched.flatMap((form, place) => (form ? [] : (read[place]?.term.forms[0] ?? [])));
  const terms = await correctedTerms(first, read, where);
  if (missing.length > 0) return { entries: entries.slice(0, mostShown), terms, missing, far: false };
  return { entries, terms, missing, far: isFar(first, read) };
}

/** A word alone that is two slips away may be another word, which the library has not. */
function isFar({ matched }: Scored, read: readonly ReadTerm[]): boolean {
  const [only, ...more] = read;
  if (!only || more.length > 0) return false;
  const reading = only.readings.find(({ form }) => form === matched[0]);
  return (reading?.distance ?? 0) >= farFrom;
}

const farFrom = 1.5;

/** Each term as the best was found by it. */
async function correctedTerms(
  { matched }: Scored,
  read: readonly ReadTerm[],
  where: Where,
): Promise<QueryTerm[]> {
  const terms = read.map(({ term }, place) => correctedTerm(term, matched[place]));
  for (const [place, { term, readings, books }] of read.entries()) {
    if (matched[place] !== 'unseen' || books > 0) continue;
    const likely = readings.slice(1, mostTried).map(({ form }) => ({ ...term, forms: [form] }));
    for (const other of likely) {
      if (isPast(where.until)) break;
      if ((await countUpTo(terms.with(place, other), { ...where, limit: 1 })) === 0) continue;
      terms[place] = other;
      break;
    }
  }
  return terms;
}

const mostTried = 16;

/** How a word sounds is nothing to read: it stays as it was typed, and is looked for by its sound too. */
function correctedTerm(term: QueryTerm, form: Matched): QueryTerm {
  if (!form || form === 'unseen') return term;
  const isSound = /^0\D/.test(form[0] ?? '');
  return { ...term, forms: isSound ? [...term.forms, form] : [form] };
}
