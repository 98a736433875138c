import { type SearchEntry, searchEngine } from '#db/search/engine';
import { typedWords } from '#db/search/terms';
import { approximate } from '#lib/search/approximate';
import { deadline } from '#lib/search/deadline';
import { booksTitledLike, entriesOf } from '#lib/search/entry-queries';
import { maxTerms, parseTerms, type QueryTerm } from '#lib/search/query';
import { ranked } from '#lib/search/rank';
import { holds, shownForms } from '#lib/search/rank-names';
import {
  type AuthorSuggestion,
  type BookSuggestion,
  type GenreSuggestion,
  suggestedAuthors,
  suggestedBooks,
  suggestedGenres,
} from '#lib/search/suggestions/suggestion-queries';
import { titleKeysOf } from '#lib/search/whole-titles';

export type Suggestion = BookSuggestion | AuthorSuggestion | GenreSuggestion;

const mostBooks = 6;
const mostAuthors = 3;
const mostGenres = 2;
const looked = 200;

/** Books, authors and genres by what readers see of them: titles, other titles and names, the last word unfinished. */
export async function suggest(q: string): Promise<Suggestion[]> {
  const until = deadline();
  const terms = parseTerms(q).slice(0, maxTerms);
  if (terms.length === 0) return [];
  const found = await suggestFor(terms);
  if (found.length > 0) return found;
  const near = await approximate(terms, { facets: [], until });
  return near && near.missing.length === 0 ? suggestFor(near.terms) : [];
}

async function suggestFor(terms: QueryTerm[]): Promise<Suggestion[]> {
  const words = typedWords(terms);
  const [books, authors] = [await booksFor(terms), await searchEngine.authorsWith(words, looked)];
  return [
    ...(await suggestedAuthors(authors, words, mostAuthors)),
    ...(await suggestedGenres(words, mostGenres)),
    ...(await suggestedBooksOf(books, words)),
  ];
}

/** Twice as many are read, for editions of one work are suggested once. */
const suggestedBooksOf = async (entries: SearchEntry[], typed: string[]) =>
  (
    await suggestedBooks(
      entries.slice(0, mostBooks * 2).map(({ id }) => id),
      typed,
    )
  ).slice(0, mostBooks);

/** Titles that begin so come first; where they are few, titles with these words, then titles and names together. */
async function booksFor(terms: QueryTerm[]): Promise<SearchEntry[]> {
  const found = new Map<number, SearchEntry>();
  const few = () => found.size < mostBooks;
  const add = (entries: SearchEntry[]) => {
    for (const entry of entries) found.set(entry.id, entry);
  };
  for (const key of titleKeysOf(terms).slice(0, 2))
    add(await entriesOf(await booksTitledLike(key, looked / 4)));
  if (few()) add(await begun(terms, 'title'));
  if (few()) add(await begun(terms, 'anywhere'));
  return ranked([...found.values()], { terms, unfinished: 'last' }, new Map());
}

/** One letter begins every tenth word: it is looked for only among the books that hold the words before it. */
async function begun(terms: QueryTerm[], where: 'title' | 'anywhere'): Promise<SearchEntry[]> {
  const isLetter = (typedWords(terms.slice(-1)).at(-1) ?? '').length === 1;
  const whole = isLetter ? terms.slice(0, -1) : terms;
  if (whole.length === 0) return [];
  const { entries } = await searchEngine.booksWith({
    terms: whole,
    unfinished: isLetter ? 'none' : 'last',
    in: where,
    facets: [],
    limit: looked,
  });
  return entries.filter((entry) => isVisible(entry, terms));
}

/** What stands in a publisher or on a copy would be a riddle. */
function isVisible({ titleKey, names }: SearchEntry, terms: QueryTerm[]): boolean {
  const shown = names.split(' ; ').flatMap((name) => name.split(' | ').slice(0, shownForms));
  const text = ` ${[titleKey, ...shown].join(' ')} `;
  return terms.every((term, place) => holds(text, term, place === terms.length - 1));
}
