import type { SearchEntry } from '#db/search/engine';
import type { Term } from '#db/search/terms';
import { bounded } from '#db/sort-key';
import { withoutArticle } from '#db/text/articles';
import { booksTitledAny, entriesOf } from '#lib/search/entry-queries';
import { inNames } from '#lib/search/rank-names';

/** Books by how whole a title of theirs was typed: 1 for all that was typed, less where there is more beside it. */
export type WholeTitles = ReadonlyMap<number, number>;

/** As typed, then with its terms in their other forms. */
const maxKeys = 24;

export function titleKeysOf(terms: readonly Term[]): string[] {
  let keys = [''];
  for (const { forms } of terms) {
    const options = keys.length * forms.length <= maxKeys ? forms : forms.slice(0, 1);
    keys = options.flatMap((form) => keys.map((key) => `${key} ${form.join(' ')}`.trim()));
  }
  const plain = keys.map((key) => withoutArticle(key, null, true));
  return [...new Set([...keys, ...plain].map(bounded))].filter(Boolean);
}

/** Words before a name, and what readers add to a title that is no part of it. */
const by = new Set([
  'by',
  'von',
  'de',
  'por',
  'par',
  'di',
  'da',
  'van',
  'av',
  'af',
  'del',
  'do',
  'from',
  'of',
]);
const added = new Set(
  (
    'a an the novel novels roman romance novela book books libro livro buch livre story stories tale volume vol part ' +
    'paperback hardcover ebook kindle pdf audiobook edition series serie saga complete unabridged read online free no number'
  ).split(' '),
);
const isYear = (word: string) => /^1[4-9]\d\d$|^20\d\d$/.test(word);
const isAdded = (term: Term | undefined): boolean =>
  term?.forms[0]?.length === 1 && (added.has(term.forms[0][0] ?? '') || isYear(term.forms[0][0] ?? ''));

const isArticle = (term: Term) => /^(a|an|the)$/.test(term.forms[0]?.[0] ?? '');

/** `Thornwood book 2` is its second, `Land of Stories book 3` keeps its stories. */
const isCounting = (term: Term) =>
  /^(book|volume|vol|part|number|no|libro|livro|tomo|band|tome)$/.test(term.forms[0]?.[0] ?? '');

/** The terms without what was added in front or behind: the longest first. */
function trimmed(terms: readonly Term[]): Term[][] {
  const found: Term[][] = [];
  let [start, end] = [0, terms.length];
  while (end - start > 1 && isAdded(terms[end - 1])) found.push(terms.slice(start, --end));
  while (end - start > 1 && isAdded(terms[start])) found.push(terms.slice(++start, end));
  const inner = terms.filter((term, place) => place === 0 || isArticle(term) || !isAdded(term));
  const counted = terms.filter((term, place) => place === 0 || !isCounting(term));
  const shorter = [inner, counted].filter((rest) => rest.length < terms.length && rest.length > 1);
  return [...found, ...shorter];
}

/** *Title by author*, and *title author* where nothing is between: each way to cut it in two. */
function divided(terms: readonly Term[]): { title: Term[]; author: Term[] }[] {
  const words = terms.map(({ forms }) => forms[0]?.[0] ?? '');
  return terms.slice(1).flatMap((_, before) => {
    const place = before + 1;
    const isBy = by.has(words[place] ?? '');
    const author = terms.slice(isBy ? place + 1 : place);
    return author.length > 0 && author.length <= maxNameTerms
      ? [{ title: terms.slice(0, place), author }]
      : [];
  });
}

const maxNameTerms = 5;

const exact = 1;
const exactBesideMore = 0.9;

/** Every book one of whose titles was typed whole: alone, with what is no part of it, or with its author. */
export async function wholeTitles(terms: readonly Term[]): Promise<WholeTitles> {
  if (terms.length === 0) return new Map();
  const whole = titleKeysOf(terms);
  const rest = trimmed(terms).map(titleKeysOf);
  const cuts = divided(terms).map(({ title, author }) => ({ keys: titleKeysOf(title), author }));
  const all = [...whole, ...rest.flat(), ...cuts.flatMap(({ keys }) => keys)];
  const byKey = await booksTitledAny([...new Set(all)]);
  const titled = (keys: string[]) => keys.flatMap((key) => byKey.get(key) ?? []);
  const found = new Map<number, number>();
  const note = (ids: number[], share: number) => {
    for (const id of ids) found.set(id, Math.max(share, found.get(id) ?? 0));
  };
  for (const { keys, author } of cuts) note(await byAuthor(titled(keys), author), exactBesideMore);
  for (const keys of rest) note(titled(keys), exactBesideMore);
  note(titled(whole), exact);
  return found;
}

async function byAuthor(ids: number[], author: Term[]): Promise<number[]> {
  const entries: SearchEntry[] = await entriesOf(ids);
  return entries.filter((entry) => inNames(entry, author)).map(({ id }) => id);
}
