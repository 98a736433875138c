import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { transaction } from '#db/client';
import { books } from '#db/schema/catalog';
import { emptyTables, freshDatabase, testNow } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import { insertAuthor, insertBook, insertBooks, insertCopy, insertGenre } from '#db/testing/records';
import { bookSorts } from '#lib/api/book-operations';
import { askJson } from '#lib/api/test-requests';
import { stoppedClock } from '#lib/search/test-clock';

process.env.API_RATE_LIMIT = '0';
freshDatabase();
stoppedClock();
beforeEach(emptyTables);

type Page = { items: { id: number }[]; next: string | null };

/** Walks a list from its beginning to its end; `between` pages something else happens. */
async function walk(address: string, between: (page: number) => Promise<void> = async () => {}) {
  const seen: number[] = [];
  for (let page = 0, cursor = ''; page < 200; page += 1) {
    const { status, body } = await askJson(address + cursor);
    assert.equal(status, 200, JSON.stringify(body));
    const { items, next } = body as Page;
    seen.push(...items.map(({ id }) => id));
    if (next === null) return seen;
    cursor = `&cursor=${next}`;
    await between(page);
  }
  return assert.fail('The list has no end.');
}

// Few different ones, so that many books are equal in what they are ordered by.
const titles = fc.constantFrom(
  'Emma',
  'EMMA',
  'Émma',
  'Dune',
  'The Dune',
  'Zazie',
  '',
  '猫',
  '💡',
  "O'Brien",
  'z'.repeat(300),
);
const volume = fc.record({
  title: titles,
  year: fc.option(fc.constantFrom(-430, 0, 1815, 1965)),
  day: fc.integer({ min: -3, max: 3 }),
});
type Volume = { title: string; year: number | null; day: number };

const bookOf = ({ title, year, day }: Volume) => ({
  title,
  year,
  addedAt: new Date(testNow.getTime() + day * 86_400_000),
});

const insert = (volumes: Volume[]) => transaction((tx) => insertBooks(tx, volumes.map(bookOf)));

for (const sort of bookSorts) {
  test(`by ${sort}, whoever walks all pages meets every book once, whatever is added meanwhile`, async () => {
    const library = fc.array(volume, { maxLength: 25 });
    const arrivals = fc.array(fc.array(volume, { maxLength: 3 }), { maxLength: 5 });
    const limits = fc.integer({ min: 1, max: 6 });
    await fc.assert(
      fc.asyncProperty(library, arrivals, limits, async (first, later, limit) => {
        await emptyTables();
        const there = await insert(first);
        const whole = await walk(`/books?sort=${sort}&limit=100`);
        const seen = await walk(`/books?sort=${sort}&limit=${limit}`, async (page) => {
          await insert(later[page] ?? []);
        });
        assert.equal(new Set(seen).size, seen.length, 'a book was met twice');
        assert.deepEqual(
          seen.filter((id) => there.includes(id)),
          whole,
        );
      }),
      { numRuns: 25 },
    );
  });
}

test('a book that is gone meanwhile does not lose the place', async () => {
  const ids = await insert(['A', 'B', 'C', 'D'].map((title) => ({ title, year: null, day: 0 })));
  const { body } = await askJson('/books?limit=2');
  await transaction(async (tx) => {
    await tx.delete(books);
    await insertBook(tx, { title: 'C', id: 9000 });
  });
  const rest = await askJson(`/books?limit=2&cursor=${body.next}`);
  assert.equal(ids.length, 4);
  assert.deepEqual(
    (rest.body as Page).items.map(({ id }) => id),
    [9000],
  );
});

describe('the other lists are walked whole as well:', () => {
  const many = Array.from({ length: 7 }, (_, i) => i);

  test('authors of one name', async () => {
    await transaction(async (tx) => {
      for (const i of many) await insertAuthor(tx, i % 2 ? 'John Smith' : 'Ana Maria Machado');
    });
    const seen = await walk('/authors?limit=2');
    assert.equal(new Set(seen).size, many.length);
  });

  test('genres and copies', async () => {
    const book = await transaction(async (tx) => {
      for (const i of many) await insertGenre(tx, `Genre ${i}`);
      const id = await insertBook(tx);
      for (const _ of many) await insertCopy(tx, id);
      return id;
    });
    for (const list of ['/genres?limit=3', `/books/${book}/copies?limit=3`]) {
      const seen = await walk(list);
      assert.deepEqual([seen.length, new Set(seen).size], [7, 7], list);
    }
  });

  test('a search', async () => {
    await insert(many.map(() => ({ title: 'Emma', year: null, day: 0 })));
    const pages = await Promise.all(
      [1, 2, 3, 4, 5].map((page) => askJson(`/search?q=emma&limit=2&page=${page}`)),
    );
    const seen = pages.flatMap(({ body }) => (body as unknown as Page).items.map(({ id }) => id));
    assert.equal(new Set(seen).size, many.length);
    assert.deepEqual(
      pages.map(({ body }) => (body as unknown as Page).items.length),
      [2, 2, 2, 1, 0],
    );
  });
});
