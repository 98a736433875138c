import { wordsOf } from '#db/sort-key';
import { leadOf } from '#lib/publishing/citations/citation-terms';
import type { PublishedBook } from '#lib/publishing/published-book';

const plainLetters = /^[a-z0-9]+$/;

/** `austen-1815-42`: what a bibliography calls the book; the number keeps two of the same author and year apart. */
export function citationKey(book: PublishedBook): string {
  const [first] = leadOf(book).people;
  const name = first && ('literal' in first.parts ? first.parts.literal : first.parts.family);
  const words = [...wordsOf(name ?? ''), ...wordsOf(book.title)];
  const word = words.find((candidate) => plainLetters.test(candidate))?.slice(0, 30) ?? 'book';
  return [
    word,
    book.year === null ? 'nd' : `${book.year < 0 ? 'bce' : ''}${Math.abs(book.year)}`,
    book.id,
  ].join('-');
}
