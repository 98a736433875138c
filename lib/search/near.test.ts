import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { transaction } from '#db/client';
import { freshDatabase } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import { bookRow } from '#db/testing/records';
import { insertBooks } from '#lib/catalog/books/book-commands';
import { booksInOrder } from '#lib/catalog/books/book-list-queries';
import { noFilters } from '#lib/search/request';
import { search } from '#lib/search/search';
import { stoppedClock } from '#lib/search/test-clock';

/** Far from each other, so that a slip in one is no other. */
const vocabulary =
  'amber birch cobalt drummer elephant furnace glacier harbour island journey kitchen lantern meadow nutmeg orchard penguin quarry ribbon saddle thunder umbrella velvet walnut yellow zephyr'.split(
    ' ',
  );

const titles = vocabulary.map((word, place) =>
  [word, vocabulary[(place + 7) % vocabulary.length], vocabulary[(place + 11) % vocabulary.length]].join(' '),
);

describe('a title of which something is wrong', () => {
  freshDatabase();
  stoppedClock();
  before(() =>
    transaction(
      async (tx) =>
        void (await insertBooks(
          tx,
          titles.map((title) => bookRow({ title })),
        )),
    ),
  );

  const first = async (q: string) => {
    const { ids } = await search({ q, filters: noFilters(), sort: 'relevance' });
    return (await booksInOrder(ids.slice(0, 1)))[0]?.title;
  };

  const anyTitle = fc.constantFrom(...titles);
  const anyWord = fc.nat({ max: 2 });
  const isFound = (change: (words: string[], word: number, letter: number) => string[]) =>
    fc.assert(
      fc.asyncProperty(anyTitle, anyWord, fc.nat({ max: 4 }), async (title, word, letter) => {
        const typed = change(title.split(' '), word, letter).join(' ');
        assert.equal(await first(typed), title, typed);
      }),
      { numRuns: 60 },
    );
  const inWord = (words: string[], place: number, change: (word: string) => string) =>
    words.with(place, change(words[place] ?? ''));

  test('a letter left out', () =>
    isFound((words, place, at) => inWord(words, place, (word) => word.slice(0, at) + word.slice(at + 1))));

  test('a letter changed', () =>
    isFound((words, place, at) =>
      inWord(words, place, (word) => `${word.slice(0, at)}x${word.slice(at + 1)}`),
    ));

  test('two letters swapped', () =>
    isFound((words, place, at) =>
      inWord(
        words,
        place,
        (word) => word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2),
      ),
    ));

  test('two slips in a word of six letters or more', () =>
    isFound((words, place) =>
      inWord(words, place, (word) => (word.length < 6 ? word : `${word.slice(0, 1)}x${word.slice(2, -1)}x`)),
    ));

  test('a word too many, a word that stands nowhere, a word left out', async () => {
    await isFound((words, place) => words.toSpliced(place, 0, 'novel'));
    await isFound((words, place) => words.with(place, 'qwwrtz'));
    await isFound((words, place) => words.toSpliced(place, 1));
  });

  test('two words joined, one split, in another order', async () => {
    await isFound(([one, two, three]) => [`${one}${two}`, three ?? '']);
    await isFound((words, place) => inWord(words, place, (word) => `${word.slice(0, 3)} ${word.slice(3)}`));
    await isFound((words) => words.toReversed());
  });
});
