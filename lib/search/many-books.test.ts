import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { transaction } from '#db/client';
import { freshDatabase } from '#db/testing/database';
import { bookRow, insertBook, insertBooks } from '#db/testing/records';
import { booksInOrder } from '#lib/catalog/books/book-list-queries';
import { booksForFeed } from '#lib/publishing/feeds/feed-search';
import { maxBooks } from '#lib/search/candidates';
import { paramsOf, parseSearch } from '#lib/search/request';
import { search } from '#lib/search/search';
import { stoppedClock } from '#lib/search/test-clock';

const minute = 60_000;
const dayOne = Date.parse('2020-01-01');

/** More than a search looks at: *history* is in all of them, and in the title of none. */
const volumes = Array.from({ length: maxBooks + 100 }, (_, number) =>
  bookRow({
    title: `Volume ${number}`,
    series: 'History',
    addedAt: new Date(dayOne + number * minute),
  }),
);
const later = ['A Short History', 'History of Rome', 'History'];

describe('where more books hold the words than are looked at', () => {
  freshDatabase();
  stoppedClock();
  before(async () => {
    await transaction(async (tx) => {
      await insertBooks(tx, volumes);
      for (const [place, title] of later.entries())
        await insertBook(tx, {
          title,
          format: title === 'History' ? 'film' : 'book',
          addedAt: new Date(dayOne + (volumes.length + place) * minute),
        });
    });
  });

  const look = (query: string) => search(parseSearch(paramsOf(query), { size: 10 }));
  const firstThree = async (query: string) =>
    (await booksInOrder((await look(query)).ids.slice(0, 3))).map(({ title }) => title);

  test('the best are among those that are: the whole title, what begins so, what has it in its title', async () => {
    assert.deepEqual(await firstThree('q=history'), ['History', 'History of Rome', 'A Short History']);
  });

  test('what is looked at outside the index of words passes the filters too', async () => {
    const [first, second] = await firstThree('q=history&format=book');
    assert.deepEqual([first, second], ['History of Rome', 'A Short History']);
  });

  test('each is there once, and it is said that there are more', async () => {
    for (const query of ['q=history', 'q=history&format=book', 'format=book', 'q=history&sort=newest']) {
      const { ids, more, counted } = await look(query);
      assert.deepEqual([ids.length, new Set(ids).size, more, counted], [maxBooks, maxBooks, true, 'some']);
    }
  });

  test('the newest are those that came last', async () => {
    assert.deepEqual(await firstThree('q=history&sort=newest'), later.toReversed());
    const [newest, next, third] = await firstThree('format=book&sort=newest');
    assert.deepEqual([newest, next, third], ['History of Rome', 'A Short History', 'Volume 2099']);
    assert.deepEqual(await firstThree('q=volum&sort=newest'), ['Volume 2099', 'Volume 2098', 'Volume 2097']);
    assert.deepEqual(await firstThree('q=volumme&sort=newest'), [
      'Volume 2099',
      'Volume 2098',
      'Volume 2097',
    ]);
  });

  test('the feed of a search has the books that came last', async () => {
    const { q, filters } = parseSearch(paramsOf('q=volume'), { size: 10 });
    const { books: entries } = await booksForFeed({ q, filters });
    assert.deepEqual([entries[0]?.title, entries.length], ['Volume 2099', 50]);
  });
});
