import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { asc, eq } from 'drizzle-orm';
import { db, transaction } from '#db/client';
import { bookRowOf } from '#db/rows/book-row';
import { bookGenres, books, contributors, languages } from '#db/schema/catalog';
import { searchEngine } from '#db/search/engine';
import { emptyTables, engine, freshDatabase, testNow } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import { insertAuthor, insertGenre } from '#db/testing/records';
import { assertKept } from '#db/testing/search-index';
import { plainTerms } from '#db/testing/terms';
import type { NewBook } from '#lib/catalog/books/book';
import { addBook, changeBook, insertBooks } from '#lib/catalog/books/book-commands';

freshDatabase();

let austen = 0;
let brontë = 0;
let satire = 0;

beforeEach(async () => {
  await emptyTables();
  await transaction(async (tx) => {
    austen = await insertAuthor(tx, 'Jane Austen');
    brontë = await insertAuthor(tx, 'Emily Brontë');
    satire = await insertGenre(tx, 'Satire');
  });
});

const emma = (values: Partial<NewBook> = {}): NewBook => ({ title: 'Emma', addedAt: testNow, ...values });

async function added(values?: Partial<NewBook>): Promise<number> {
  const outcome = await addBook(emma(values));
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.bookId;
}

async function found(...words: string[]): Promise<number[]> {
  const query = {
    terms: plainTerms(words),
    unfinished: 'none',
    in: 'anywhere',
    facets: [],
    limit: 50,
  } as const;
  return (await searchEngine.booksWith(query)).entries.map(({ id }) => id);
}

const rowOf = async (id: number) => (await db.select().from(books).where(eq(books.id, id)))[0];

const creditsOf = async (id: number) => {
  const { authorId, role, creditedAs } = contributors;
  return db
    .select({ authorId, role, creditedAs })
    .from(contributors)
    .where(eq(contributors.bookId, id))
    .orderBy(asc(contributors.position));
};

describe('a new book', () => {
  test('is found by its title, its people and its genres, and stands in its places', async () => {
    const id = await added({
      title: 'The Watsons',
      language: 'en',
      isbn: '0-306-40615-2',
      contributors: [
        { authorId: austen, role: 'author', creditedAs: 'A Lady' },
        { authorId: brontë, role: 'editor' },
        { authorId: austen, role: 'author' },
      ],
      genreIds: [satire, satire],
    });
    for (const word of ['watsons', 'austen', 'lady', 'bronte', 'satire', '9780306406157'])
      assert.deepEqual(await found(word), [id], word);
    const row = await rowOf(id);
    assert.deepEqual(
      [row?.sortKey, row?.authorKey, row?.titleKey],
      ['watsons', 'jane austen', 'the watsons'],
    );
    assert.deepEqual(await creditsOf(id), [
      { authorId: austen, role: 'author', creditedAs: 'A Lady' },
      { authorId: brontë, role: 'editor', creditedAs: null },
    ]);
    assert.deepEqual(await db.select().from(languages), [{ code: 'en', bookCount: 1 }]);
    await assertKept();
  });

  const refused: [values: () => Partial<NewBook>, reasons: string[]][] = [
    [() => ({ title: ' \n ' }), ['title_missing']],
    [() => ({ isbn: '9780306406158' }), ['isbn_wrong']],
    [() => ({ isbn: '0306406152' }), ['isbn_taken']],
    [() => ({ contributors: [{ authorId: 4711, role: 'author' }] }), ['author_not_found']],
    [() => ({ genreIds: [satire, 4711] }), ['genre_not_found']],
    [() => ({ title: '', isbn: 'x', genreIds: [4711] }), ['title_missing', 'isbn_wrong', 'genre_not_found']],
  ];
  for (const [values, reasons] of refused)
    test(`is refused: ${reasons.join(', ')}`, async () => {
      await added({ title: 'Persuasion', isbn: '9780306406157' });
      assert.deepEqual(await addBook(emma(values())), { ok: false, reasons });
      assert.equal(await db.$count(books), 1);
    });
});

describe('a change of a book', () => {
  test('leaves what it does not name, and what it names is found at once', async () => {
    const credit = { authorId: austen, role: 'author' } as const;
    const id = await added({ publisher: 'John Murray', contributors: [credit], genreIds: [satire] });
    assert.deepEqual(await changeBook(id, { title: 'The Parson', language: 'en' }), { ok: true });
    assert.deepEqual(await found('emma'), []);
    for (const word of ['parson', 'murray', 'austen', 'satire']) assert.deepEqual(await found(word), [id]);
    const row = await rowOf(id);
    assert.deepEqual([row?.sortKey, row?.publisher, row?.addedAt], ['parson', 'John Murray', testNow]);
  });

  test('of who made it and of its genres takes the place of those that there were', async () => {
    const id = await added({ contributors: [{ authorId: austen, role: 'author' }], genreIds: [satire] });
    await changeBook(id, { contributors: [{ authorId: brontë, role: 'author' }], genreIds: [] });
    assert.deepEqual(await creditsOf(id), [{ authorId: brontë, role: 'author', creditedAs: null }]);
    assert.equal(await db.$count(bookGenres), 0);
    assert.equal((await rowOf(id))?.authorKey, 'emily bronte');
    await assertKept();
  });

  test('is refused where another has the number, but not for its own; and where there is no such book', async () => {
    const id = await added({ isbn: '9780306406157' });
    const other = await added({ title: 'Persuasion' });
    assert.deepEqual(await changeBook(id, { isbn: '0306406152', title: 'Emma!' }), { ok: true });
    assert.deepEqual(await changeBook(other, { isbn: '0306406152' }), { ok: false, reasons: ['isbn_taken'] });
    assert.deepEqual(await changeBook(4711, {}), { ok: false, reasons: ['book_not_found'] });
  });

  test('twice is once', async () => {
    const id = await added({ contributors: [{ authorId: austen, role: 'author' }] });
    const change = { title: 'Emma Woodhouse', contributors: [{ authorId: brontë, role: 'editor' as const }] };
    await changeBook(id, change);
    const [row, credits] = [await rowOf(id), await creditsOf(id)];
    assert.deepEqual(await changeBook(id, change), { ok: true });
    assert.deepEqual([await rowOf(id), await creditsOf(id)], [row, credits]);
  });
});

const server = engine !== 'server' && 'needs a PostgreSQL server: here transactions run one by one';

test('of several who add one number at the same moment, one does', { skip: server }, async () => {
  for (let round = 0; round < 10; round++) {
    await emptyTables();
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => addBook(emma({ isbn: '9780306406157' }))),
    );
    assert.equal(outcomes.filter(({ ok }) => ok).length, 1);
    for (const outcome of outcomes) if (!outcome.ok) assert.deepEqual(outcome.reasons, ['isbn_taken']);
  }
});

describe('a text that an engine could stumble over', () => {
  const long = (count: number, text: (nth: number) => string) =>
    Array.from({ length: count }, (_, nth) => text(nth));
  const titles: [name: string, title: string, word: string][] = [
    ['3,000 different words', long(3000, (nth) => `w${nth}x`).join(' '), 'w7x'],
    [
      '12,000 letters of a script without spaces',
      long(12_000, (nth) => String.fromCodePoint(0x4e00 + nth)).join(''),
      '一丁',
    ],
    ['one word of 40,000 letters', `Emma ${'a'.repeat(40_000)}`, 'emma'],
    ['a NUL', 'Em\0ma Woodhouse', 'woodhouse'],
    ['half a letter', 'Emma \ud83d Woodhouse', 'woodhouse'],
    ['a letter and its accent apart', 'Ele\u0301gie', 'elegie'],
  ];
  for (const [name, title, word] of titles)
    test(`${name}: is kept whole, and the book is found`, async () => {
      const id = await added({ title, contributors: [{ authorId: austen, role: 'author' }] });
      const kept = title.toWellFormed().normalize('NFC').replaceAll('\0', ' ');
      assert.equal((await rowOf(id))?.title, kept);
      assert.deepEqual(await found(word), [id]);
      await assertKept();
    });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      '\ud800',
      '\0',
      '中'.repeat(3000),
      `${'x'.repeat(70)} `.repeat(60),
      "O'Brien & Co. \\ %_",
    ),
  );
  const anyBook = fc.record({
    title: anyText,
    subtitle: anyText,
    otherTitles: fc.array(anyText, { maxLength: 3 }),
    summary: anyText,
    publisher: anyText,
    series: anyText,
    seriesNumber: anyText,
    notes: anyText,
    language: fc.constantFrom('en', 'ja', null),
    year: fc.constantFrom(null, -430, 0, 1815),
  });

  test('whatever it is, both engines keep the same row, and the index is that of the record', async () => {
    await fc.assert(
      fc.asyncProperty(anyBook, async (values) => {
        const book = { ...values, addedAt: testNow };
        const [id = 0] = await transaction((tx) => insertBooks(tx, [book]));
        const { id: _, authorKey: __, ...row } = (await rowOf(id)) ?? { id };
        assert.deepEqual(row, bookRowOf(book));
      }),
      { numRuns: 60 },
    );
    await assertKept();
  });
});

test('more books than one statement takes are added in their order, with what belongs to each', async () => {
  const many = Array.from({ length: 1203 }, (_, nth) => ({
    ...emma({ title: `Volume ${nth}` }),
    contributors: [{ authorId: nth % 2 ? austen : brontë, role: 'author' as const }],
  }));
  const ids = await transaction((tx) => insertBooks(tx, many));
  assert.equal(new Set(ids).size, 1203);
  assert.equal((await rowOf(ids[1200] ?? 0))?.title, 'Volume 1200');
  assert.deepEqual(await creditsOf(ids[1201] ?? 0), [{ authorId: austen, role: 'author', creditedAs: null }]);
  assert.deepEqual(await found('1200'), [ids[1200]]);
});
