import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameWords } from '#db/search/names';
import { queryTerms } from '#db/search/terms';
import { titleKey } from '#db/search/words';
import fc from '#db/testing/fast-check';
import { type RankedQuery, ranked } from '#lib/search/rank';

const shelf = ([title, names, facets = 'f_book']: string[], id: number) => ({
  id,
  titleKey: titleKey(title ?? ''),
  names: names ? nameWords({ name: names }) : '',
  facets,
});

/** The places of the books in the order in which they answer what was typed. */
function order(typed: string, books: string[][], unfinished: RankedQuery['unfinished'] = 'none'): number[] {
  const query = { terms: queryTerms(typed), unfinished };
  return ranked(books.map(shelf), query, new Map()).map(({ id }) => id);
}

/** Their titles, where `whole` are those that were typed whole. */
function answers(typed: string, books: string[][], whole: number[] = []): (string | undefined)[] {
  const query = { terms: queryTerms(typed), unfinished: 'none' } as const;
  return ranked(books.map(shelf), query, new Map(whole.map((id) => [id, 1]))).map(({ id }) => books[id]?.[0]);
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

test('the more of a title was typed, the sooner it comes; all of it before the same words in a longer one', () => {
  assert.deepEqual(
    answers('dracula stoker', [
      ['Dracula and Others', 'Bram Stoker'],
      ['Dracula', 'Bram Stoker'],
    ]),
    ['Dracula', 'Dracula and Others'],
  );
  const books = [
    ['A Guest of Dracula in the Night', 'Bram Stoker'],
    ['A Guest of Dracula', 'Bram Stoker'],
  ];
  assert.deepEqual(
    answers('dracula stoker', books),
    books.toReversed().map(([title]) => title),
  );
});

test('a title with its author comes before a title that begins with both, and after one that is both', () => {
  const books = [['Dracula Stoker Anthology'], ['Dracula', 'Bram Stoker'], ['Dracula Stoker']];
  assert.deepEqual(answers('dracula stoker', books, [2]), [
    'Dracula Stoker',
    'Dracula',
    'Dracula Stoker Anthology',
  ]);
});

test('of titles that were typed whole the one that is nothing else comes first', () => {
  assert.deepEqual(answers('emma', [['Emma: The Wild and Wanton Edition'], ['Emma']], [0, 1]), [
    'Emma',
    'Emma: The Wild and Wanton Edition',
  ]);
});

test('a whole title comes before all of its words in another order', () => {
  const books = [['And Peace War'], ['War and Peace, a Novel']];
  assert.deepEqual(answers('war and peace', books, [1]), ['War and Peace, a Novel', 'And Peace War']);
  assert.deepEqual(answers('war and peace', [['Peace and War Now'], ['All War and Peace']]), [
    'All War and Peace',
    'Peace and War Now',
  ]);
  assert.deepEqual(answers('peace war', [['Of War and Peace'], ['War Peace']]), [
    'War Peace',
    'Of War and Peace',
  ]);
});

test('words that are all in the title come before those that are all in a name, unless there is much else', () => {
  const books = [
    ['Emma', 'Jane Austen'],
    ['Jane Austen', 'Claire Tomalin'],
    ['A Very Long Guide to the World of Jane Austen and Her Many Friends', 'Ann Other'],
  ];
  assert.deepEqual(answers('jane austen', books), [
    'Jane Austen',
    'Emma',
    'A Very Long Guide to the World of Jane Austen and Her Many Friends',
  ]);
});

test('of names the one that is nothing else comes first', () => {
  const books = [
    ['Letters', 'Ann Radcliffe Smith'],
    ['Udolpho', 'Ann Radcliffe'],
  ];
  assert.deepEqual(answers('ann radcliffe', books), ['Udolpho', 'Letters']);
  const together = [
    ['Emma', 'Jane Austen Anonymous Reader'],
    ['Emma', 'Jane Austen'],
  ];
  assert.deepEqual(order('emma austen', together), [1, 0]);
});

test('where a word is only in a subject, the more of the others stand in title and names, the better', () => {
  const books = [
    ['Letters to a Friend', 'Ann Other'],
    ['Emma at Home', 'Ann Other'],
    ['Emma', 'Ann Other'],
    ['Emma', 'Jane Austen'],
  ];
  assert.deepEqual(order('emma austen regency', books), [3, 2, 1, 0]);
});

test('a word that is in title and name counts for the title', () => {
  const books = [
    ['A Life of Byron', 'Ann Other'],
    ['Byron', 'Lord Byron'],
  ];
  assert.deepEqual(order('byron', books), [1, 0]);
  assert.deepEqual(order('byron', [...books, ['Poems', 'Byron']]), [1, 2, 0]);
});

test('a word is the beginning of one only where it is unfinished', () => {
  const books = [['Emmanuelle'], ['Woodhouse', 'Emma']];
  assert.deepEqual(order('emma', books), [1, 0]);
  assert.deepEqual(order('emma', books, 'last'), [0, 1]);
  assert.deepEqual(order('emma', books, 'all'), [0, 1]);
  const both = [
    ['Woodhouse Emma', 'Ann Other'],
    ['Emmanuelle Woodhouse', 'Ann Other'],
  ];
  assert.deepEqual(order('emma woodh', both, 'last'), [0, 1]);
  assert.deepEqual(order('woodh emm', [['Letters', 'Emma Woodhouse'], ['Emma Woodhouse']], 'all'), [1, 0]);
});

test('a word that was typed twice is no more of a title than there is', () => {
  assert.deepEqual(order('emma emma emma', [['Emma'], ['Emma Emma Emma']]), [1, 0]);
});

test('being on the shelf decides between equals only, and of equals the one that came first', () => {
  const books = [
    ['Queen Emma', 'Ann Other', 'f_book v_1'],
    ['Emma', 'Jane Austen', 'f_book'],
    ['Emma', 'Jane Austen', 'f_book'],
  ];
  assert.deepEqual(order('emma', books), [1, 2, 0]);
});

test('of equals the one on the shelf comes first', () => {
  const books = [
    ['Emma', 'Jane Austen', 'f_book'],
    ['Emma', 'Jane Austen', 'f_book v_1'],
  ];
  const query = { terms: queryTerms('emma'), unfinished: 'none' } as const;
  assert.deepEqual(
    ranked(
      books.map(shelf),
      query,
      new Map([
        [0, 1],
        [1, 1],
      ]),
    ).map(({ id }) => id),
    [1, 0],
  );
});

test('whatever is ranked, each entry is there once and the order does not depend on how they came', () => {
  const anyEntry = fc.tuple(fc.lorem({ maxCount: 3 }), fc.lorem({ maxCount: 2 }));
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 20 }), fc.lorem({ maxCount: 2 }), (books, typed) => {
      const entries = books.map(shelf);
      const query = { terms: queryTerms(typed), unfinished: 'last' } as const;
      const once = ranked(entries, query, new Map());
      assert.deepEqual(once, ranked(entries.toReversed(), query, new Map()));
      assert.deepEqual(once.map(({ id }) => id).sort(), entries.map(({ id }) => id).sort());
    }),
  );
});
