import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { queryWords, titleKey } from '#db/search/words';
import { ranked } from '#lib/search/rank';

const shelf = ([title, names, facets = 'f_book']: string[], id: number) => ({
  id,
  titleKey: titleKey(title ?? ''),
  names: queryWords(names ?? '').join(' '),
  facets,
});

/** The titles in the order in which they answer what was typed. */
function answers(typed: string, books: string[][], whole: number[] = []): (string | undefined)[] {
  const query = { words: queryWords(typed), unfinished: 'none' } as const;
  return ranked(books.map(shelf), query, new Set(whole)).map(({ id }) => books[id]?.[0]);
}

test('a whole title comes before a title that begins so, and that before one that holds the words', () => {
  const books = [['Queen Emma'], ['Emma Brown'], ['Emma']];
  assert.deepEqual(answers('emma', books, [2]), ['Emma', 'Emma Brown', 'Queen Emma']);
});

test('of titles that hold all words the shorter comes first', () => {
  const books = [['A Short History of Nearly Everything'], ['A History of Everything']];
  assert.deepEqual(answers('history everything', books), [
    'A History of Everything',
    'A Short History of Nearly Everything',
  ]);
});

test('a title with its author comes before a title about both', () => {
  const books = [
    ['Bram Stoker and the Man Who Was Dracula', 'Barbara Belford'],
    ['Dracula', 'Bram Stoker'],
  ];
  assert.deepEqual(answers('dracula stoker', books), ['Dracula', 'Bram Stoker and the Man Who Was Dracula']);
});

test('what an author wrote comes before what only a subject or a publisher says', () => {
  const books = [
    ['Letters to a Friend', 'Ann Other'],
    ['Emma', 'Jane Austen'],
  ];
  assert.deepEqual(answers('jane austen', books), ['Emma', 'Letters to a Friend']);
});

test('of equals the one on the shelf comes first', () => {
  const books = [
    ['Emma', 'Jane Austen', 'f_book'],
    ['Emma', 'Jane Austen', 'f_book v_1'],
  ];
  const query = { words: ['emma'], unfinished: 'none' } as const;
  assert.deepEqual(
    ranked(books.map(shelf), query, new Set([0, 1])).map(({ id }) => id),
    [1, 0],
  );
});

test('whatever is ranked, each entry is there once and the order does not depend on how they came', () => {
  const anyEntry = fc.tuple(fc.lorem({ maxCount: 3 }), fc.lorem({ maxCount: 2 }));
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 20 }), fc.lorem({ maxCount: 2 }), (books, typed) => {
      const entries = books.map(shelf);
      const query = { words: queryWords(typed), unfinished: 'last' } as const;
      const once = ranked(entries, query, new Set());
      assert.deepEqual(once, ranked(entries.toReversed(), query, new Set()));
      assert.deepEqual(once.map(({ id }) => id).sort(), entries.map(({ id }) => id).sort());
    }),
  );
});
