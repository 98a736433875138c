import { inArray } from 'drizzle-orm';
import { db } from '#db/client';
import { authors } from '#db/schema/catalog';
import { searchEngine } from '#db/search/engine';
import { typedWords } from '#db/search/terms';
import type { QueryTerm } from '#lib/search/query';
import { nameMatch } from '#lib/search/rank-names';

export type AuthorAsked = {
  id: number;
  name: string;
  born: string | null;
  died: string | null;
  books: number;
};

const maxNameTerms = 5;
const looked = 50;
const mostShown = 3;

/**
 * The authors whose name was typed: with their family name, or whole. None where it could be so many that no one is meant.
 */
export async function authorsAsked(terms: readonly QueryTerm[]): Promise<AuthorAsked[]> {
  if (terms.length === 0 || terms.length > maxNameTerms || terms.some(({ field }) => field === 'title'))
    return [];
  const ids = await searchEngine.authorsWith(typedWords(terms), looked);
  if (ids.length === 0 || ids.length === looked) return [];
  const { id, name, born, died, bookCount: books, words } = authors;
  const rows = await db.select({ id, name, born, died, books, words }).from(authors).where(inArray(id, ids));
  const meant = rows.filter((row) => row.books > 0 && isNamed(row.words, terms));
  if (meant.length > mostShown) return [];
  return meant.sort((a, b) => b.books - a.books || a.id - b.id).map(({ words: _, ...author }) => author);
}

function isNamed(words: string, terms: readonly QueryTerm[]): boolean {
  const match = nameMatch({ names: words }, () => false, terms);
  return match !== undefined && (match.family || match.share === 1);
}
