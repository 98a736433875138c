import { queryTerms, type Term } from '#db/search/terms';

/** Where a term has to stand, where that was said. */
export type Field = 'title' | 'author';
export type QueryTerm = Term & { field?: Field };

/** `title:emma`, `author:"jane austen"`; in the languages of the interface. */
const fielded = /(?<![\p{L}\p{N}])(title|t[ií]tulo|author|autora?)\s*:\s*(?:"([^"]*)"|([^\s"]+))/giu;

const fieldOf = (name: string): Field => (/^t/i.test(name) ? 'title' : 'author');

/** More terms than this say no more about which books are meant. */
export const maxTerms = 12;

/** What was typed, as all the terms that it has. */
export function parseTerms(q: string): QueryTerm[] {
  const terms: QueryTerm[] = [];
  let end = 0;
  for (const match of q.matchAll(fielded)) {
    const [whole, name = '', quoted, word] = match;
    terms.push(...queryTerms(q.slice(end, match.index)));
    const field = fieldOf(name);
    terms.push(...queryTerms(quoted ?? word ?? '').map((term) => ({ ...term, field })));
    end = match.index + whole.length;
  }
  return [...terms, ...queryTerms(q.slice(end))];
}
