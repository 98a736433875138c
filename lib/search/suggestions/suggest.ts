import { type SearchEntry, searchEngine } from '#db/search/engine';
import { queryWords } from '#db/search/words';
import { deadline } from '#lib/search/deadline';
import { booksTitledLike, entriesOf } from '#lib/search/entry-queries';
import { ranked } from '#lib/search/rank';
import { correctedQuery } from '#lib/search/spelling/spelling';
import {
  type AuthorSuggestion,
  type BookSuggestion,
  suggestedAuthors,
  suggestedBooks,
} from '#lib/search/suggestions/suggestion-queries';

export type Suggestion = BookSuggestion | AuthorSuggestion;

const mostBooks = 6;
const mostAuthors = 3;
const looked = 200;

export async function suggest(q: string): Promise<Suggestion[]> {
  const until = deadline();
  const words = queryWords(q).slice(0, 12);
  if (words.length === 0) return [];
  const found = await suggestFor(words);
  if (found.length > 0) return found;
  const corrected = await correctedQuery(words, { facets: [], until });
  return corrected ? suggestFor(corrected) : [];
}

async function suggestFor(words: string[]): Promise<Suggestion[]> {
  const [books, authors] = [await booksFor(words), await searchEngine.authorsWith(words, looked)];
  return [
    ...(await suggestedAuthors(authors, words, mostAuthors)),
    // Twice as many, for editions of one work are suggested once.
    ...(await suggestedBooks(books.slice(0, mostBooks * 2).map(({ id }) => id))).slice(0, mostBooks),
  ];
}

/** Titles that begin so come first; where they are few, titles with these words, then titles and names together. */
async function booksFor(words: string[]): Promise<SearchEntry[]> {
  const key = words.join(' ');
  const found = new Map<number, SearchEntry>();
  const few = () => found.size < mostBooks;
  const add = (entries: SearchEntry[]) => {
    for (const entry of entries) found.set(entry.id, entry);
  };
  add(await entriesOf(await booksTitledLike(key, looked / 4)));
  if (few()) add(await begun(words, 'title'));
  if (few()) add(await begun(words, 'anywhere'));
  return ranked([...found.values()], { words, unfinished: 'last' }, new Set());
}

/** One letter begins every tenth word: it is looked for only among the books that hold the words before it. */
async function begun(words: string[], where: 'title' | 'anywhere'): Promise<SearchEntry[]> {
  const last = words.at(-1) ?? '';
  const whole = last.length === 1 ? words.slice(0, -1) : words;
  if (whole.length === 0) return [];
  const unfinished = whole === words ? 'last' : 'none';
  const { entries } = await searchEngine.booksWith({
    words: whole,
    unfinished,
    in: where,
    facets: [],
    limit: looked,
  });
  return entries.filter(
    ({ titleKey, names }) => ` ${titleKey} ${names}`.includes(` ${last}`) || whole === words,
  );
}
