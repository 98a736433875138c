import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { transaction } from '#db/client';
import { openConnections } from '#db/connections';
import { insertBookGenres, insertCredits, insertLanguages } from '#db/testing/catalog';
import { engine, freshDatabase } from '#db/testing/database';
import { queriesOf } from '#db/testing/queries';
import { insertAuthor, insertBook, insertGenre } from '#db/testing/records';
import { creditsOf } from '#lib/catalog/authors/credit-queries';
import { bookIndex } from '#lib/catalog/books/book-list-queries';
import { bookOrderNames } from '#lib/catalog/books/book-orders';
import { titleLettersIn } from '#lib/catalog/letter-queries';

/** How SQLite would go about each query that `work` sends. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  const queries = await queriesOf(work);
  const open = await openConnections();
  if (open.kind !== 'sqlite') return [];
  return queries.map((query) => {
    const values = [...query.matchAll(/\?/g)].map(() => null);
    const steps = open.reader.prepare(`explain query plan ${query}`).all(...values) as { detail: string }[];
    return steps.map(({ detail }) => detail).join('; ');
  });
}

const sorting = /USE TEMP B-TREE FOR ORDER BY/;
let genreId: number;
let authorId: number;

/** Two of three books are of one genre, in Esperanto and by one author. */
const addBooks = () =>
  transaction(async (tx) => {
    await insertLanguages(tx, 'eo', 'la');
    genreId = await insertGenre(tx, 'Novel');
    authorId = await insertAuthor(tx);
    for (let number = 0; number < 90; number += 1) {
      const isOther = number % 3 === 0;
      const bookId = await insertBook(tx, { title: `Volume ${number}`, language: isOther ? 'la' : 'eo' });
      if (isOther) continue;
      await insertBookGenres(tx, [{ bookId, genreId }]);
      await insertCredits(tx, [{ bookId, authorId }]);
    }
  });

describe('how SQLite makes a page', { skip: engine !== 'sqlite' }, () => {
  freshDatabase();
  before(addBooks);

  test('of a language by title: from the index of a language, anywhere in it', async () => {
    const filter = { language: 'eo' };
    const params = { order: 'title', size: 10 } as const;
    const { page } = await bookIndex(filter, { ...params, page: 2 });
    const places: [more: object, bounds: RegExp][] = [
      [{ page: 2 }, /books_language \(language=\?\)/],
      [{ after: page.next }, /books_language \(language=\? AND sort_key>\?\)/],
      [{ before: page.previous }, /books_language \(language=\? AND sort_key<\?\)/],
      [{ from: 'v' }, /books_language \(language=\? AND sort_key>\?\)/],
    ];
    for (const [more, bounds] of places) {
      const plans = await plansOf(() => bookIndex(filter, { ...params, ...more }));
      assert.ok(
        plans.some((plan) => bounds.test(plan)),
        `${bounds} in ${plans.join('\n')}`,
      );
      assert.ok(!plans.some((plan) => sorting.test(plan)), plans.join('\n'));
    }
  });

  test('of the letters of a language: entering its index once for each', async () => {
    const [plan = ''] = await plansOf(() => titleLettersIn('eo'));
    assert.match(plan, /RECURSIVE STEP.*COVERING INDEX books_language \(language=\? AND sort_key>\?\)/);
  });

  for (const order of bookOrderNames)
    test(`by ${order}, of a large part of the library: without sorting it`, async () => {
      const params = { order, size: 2 };
      for (const read of [
        (place: object) => bookIndex({ genreId }, { ...params, ...place }),
        (place: object) => bookIndex({ language: 'eo' }, { ...params, ...place }),
        (place: object) => creditsOf(authorId, { ...params, ...place }),
      ]) {
        const { page } = await read({});
        for (const place of [{}, { after: page.next }]) {
          const plans = await plansOf(() => read(place));
          assert.ok(!plans.some((plan) => sorting.test(plan)), plans.join('\n'));
        }
      }
    });

  test('of the number of books: it is kept, or counted from what links them', async () => {
    const [, count = ''] = await plansOf(() => bookIndex({ genreId }, { order: 'title', size: 10 }));
    assert.match(count, /^SEARCH genres USING INTEGER PRIMARY KEY/);
    const [roles = ''] = await plansOf(() => creditsOf(authorId, { order: 'title', size: 10 }));
    assert.match(roles, /^SEARCH contributors USING INDEX contributors_author \(author_id=\?\)$/);
  });
});
