import { type Described, isSought } from '#lib/import/match/same-work';
import { describedBooks } from './described-books.ts';
import type { Query } from './quality-queries.ts';
import { searched } from './search-subject.ts';

/** `place` is where the first right book came, from 1; undefined where none was among the first ten. */
export type Answer = { class: string; query: Query; place: number | undefined; first: Described | undefined };

export async function answered(classes: Record<string, Query[]>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const [name, queries] of Object.entries(classes)) {
    for (const query of queries) answers.push({ class: name, query, ...(await answerTo(query)) });
  }
  return answers;
}

async function answerTo(query: Query): Promise<Pick<Answer, 'place' | 'first'>> {
  const found = await describedBooks(await searched(query.q));
  const place = found.findIndex((book) => isSought(book, query)) + 1;
  return { place: place || undefined, first: found[0] };
}
