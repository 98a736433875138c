import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { and, eq, sql } from 'drizzle-orm';
import { db, type Transaction, transaction } from '#db/client';
import {
  authors,
  bookGenres,
  books,
  contributorRoles,
  contributors,
  genres,
  languages,
} from '#db/schema/catalog';
import { emptyTables, engine, freshDatabase } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import { bookRow, insertAuthor, insertBook, insertGenre } from '#db/testing/records';

freshDatabase();

type Reader = Pick<Transaction, 'select'>;

const booksOf = <Row extends { bookId: number }, Key>(rows: Row[], key: Key, keyOf: (row: Row) => Key) =>
  new Set(rows.filter((row) => keyOf(row) === key).map(({ bookId }) => bookId)).size;

/** How many books each has, as anybody would count them. */
async function counted(reader: Reader, { people, subjects, tongues }: Keys) {
  const credits = await reader.select().from(contributors);
  const given = await reader.select().from(bookGenres);
  const written = await reader.select({ bookId: books.id, language: books.language }).from(books);
  return {
    authors: people.map(({ id }) => [id, booksOf(credits, id, ({ authorId }) => authorId)]),
    genres: subjects.map(({ id }) => [id, booksOf(given, id, ({ genreId }) => genreId)]),
    languages: tongues.map(({ id }) => [id, booksOf(written, id, ({ language }) => language)]),
  };
}

type Keys = Awaited<ReturnType<typeof keysOf>>;

const keysOf = async (reader: Reader) => ({
  people: await reader
    .select({ id: authors.id, books: authors.bookCount, minus: authors.bookCountDesc })
    .from(authors)
    .orderBy(authors.id),
  subjects: await reader
    .select({ id: genres.id, books: genres.bookCount, minus: genres.bookCountDesc })
    .from(genres)
    .orderBy(genres.id),
  tongues: await reader
    .select({ id: languages.code, books: languages.bookCount })
    .from(languages)
    .orderBy(languages.code),
});

function countsIn({ people, subjects, tongues }: Keys) {
  const pairs = <Id>(rows: { id: Id; books: number }[]) => rows.map((row) => [row.id, row.books]);
  return { authors: pairs(people), genres: pairs(subjects), languages: pairs(tongues) };
}

const kept = async (reader: Reader) => countsIn(await keysOf(reader));

async function assertExact(reader: Reader = db): Promise<void> {
  const keys = await keysOf(reader);
  assert.deepEqual(countsIn(keys), await counted(reader, keys));
  for (const { books, minus } of [...keys.people, ...keys.subjects]) assert.equal(minus, 0 - books);
}

type Table = typeof books | typeof authors | typeof genres;

/** One of the rows there are; 0, which is nobody's id, where there is none. */
async function pick(tx: Transaction, table: Table, number: number): Promise<number> {
  const rows = await tx.select({ id: table.id }).from(table).orderBy(table.id);
  return rows[number % (rows.length || 1)]?.id ?? 0;
}

const roleAt = (number: number) => contributorRoles[number % contributorRoles.length] ?? 'author';
const codeAt = (number: number) => ['en', 'fr', 'es', 'de', 'pt', 'grc'][number % 6] ?? 'en';
const languageAt = (number: number) => [null, 'en', 'es', 'pt'][number % 4] ?? null;

type Action = (tx: Transaction, a: number, b: number, c: number) => Promise<unknown>;

const creditRow = async (tx: Transaction, a: number, b: number, c: number) => ({
  bookId: await pick(tx, books, a),
  authorId: await pick(tx, authors, b),
  position: c % 3,
  role: roleAt(c + b),
});

const crediting: Record<string, Action> = {
  credit: async (tx, a, b, c) => tx.insert(contributors).values(await creditRow(tx, a, b, c)),
  'credit several at once': async (tx, a, b, c) =>
    tx
      .insert(contributors)
      .values([
        await creditRow(tx, a, b, c),
        await creditRow(tx, a, b, c + 1),
        await creditRow(tx, a + 1, b + 1, c),
      ]),
  'credit unless it is there': async (tx, a, b, c) =>
    tx
      .insert(contributors)
      .values([await creditRow(tx, a, b, c), await creditRow(tx, a, b + 1, c + 1)])
      .onConflictDoNothing(),
  'write credits or bring them up to date': async (tx, a, b, c) => {
    const rows = [await creditRow(tx, a, b, c), await creditRow(tx, a, c, c + 1)];
    const author = sql`excluded.author_id`;
    const target = [contributors.bookId, contributors.position];
    await tx
      .insert(contributors)
      .values(rows)
      .onConflictDoUpdate({ target, set: { authorId: author } });
  },
  'take a credit away': async (tx, a, _, c) => {
    const book = eq(contributors.bookId, await pick(tx, books, a));
    await tx.delete(contributors).where(and(book, eq(contributors.position, c % 3)));
  },
  'take all credits of a book away': async (tx, a) =>
    tx.delete(contributors).where(eq(contributors.bookId, await pick(tx, books, a))),
  'take all credits away': (tx) => tx.delete(contributors),
  'give all credits of one to another': async (tx, a, b) =>
    tx
      .update(contributors)
      .set({ authorId: await pick(tx, authors, b) })
      .where(eq(contributors.authorId, await pick(tx, authors, a))),
  'move the credits of a book to another': async (tx, a, b) =>
    tx
      .update(contributors)
      .set({ bookId: await pick(tx, books, b), position: sql`${contributors.position} + 3` })
      .where(eq(contributors.bookId, await pick(tx, books, a))),
  'change all roles': (tx, a) => tx.update(contributors).set({ role: roleAt(a) }),
};

const cataloging: Record<string, Action> = {
  'add a book': (tx, a) => insertBook(tx, { language: languageAt(a) }),
  'add books at once': (tx, a, b) =>
    tx.insert(books).values([a, b, b].map((number) => bookRow({ language: languageAt(number) }))),
  'delete a book': async (tx, a) => tx.delete(books).where(eq(books.id, await pick(tx, books, a))),
  'delete all books': (tx) => tx.delete(books),
  'change a language': async (tx, a, b) =>
    tx
      .update(books)
      .set({ language: languageAt(b) })
      .where(eq(books.id, await pick(tx, books, a))),
  'change all languages': (tx, a) => tx.update(books).set({ language: languageAt(a) }),
  'give a language another code': (tx, a, b) =>
    tx
      .update(languages)
      .set({ code: codeAt(b) })
      .where(eq(languages.code, codeAt(a))),
  'delete languages nobody uses': (tx, a) =>
    tx.delete(languages).where(eq(languages.code, languageAt(a) ?? 'grc')),
  'give a genre': async (tx, a, b) =>
    tx.insert(bookGenres).values({ bookId: await pick(tx, books, a), genreId: await pick(tx, genres, b) }),
  'give genres unless they are given': async (tx, a, b) => {
    const genreId = await pick(tx, genres, b);
    const row = async (nth: number) => ({ bookId: await pick(tx, books, nth), genreId });
    await tx
      .insert(bookGenres)
      .values([await row(a), await row(a + 1)])
      .onConflictDoNothing();
  },
  'change a genre into another': async (tx, a, b) =>
    tx
      .update(bookGenres)
      .set({ genreId: await pick(tx, genres, b) })
      .where(eq(bookGenres.genreId, await pick(tx, genres, a))),
  'exchange two genres': async (tx, a, b) => {
    const [one, other] = [await pick(tx, genres, a), await pick(tx, genres, b)];
    await tx.update(bookGenres).set({ genreId: sql`${one} + ${other} - ${bookGenres.genreId}` });
  },
  'take a genre away': async (tx, a) =>
    tx.delete(bookGenres).where(eq(bookGenres.genreId, await pick(tx, genres, a))),
  'delete an author': async (tx, a) => tx.delete(authors).where(eq(authors.id, await pick(tx, authors, a))),
  'add an author': (tx) => insertAuthor(tx),
};

const actions: Record<string, Action> = { ...crediting, ...cataloging };

const anyAction = fc.tuple(fc.constantFrom(...Object.keys(actions)), fc.nat(5), fc.nat(5), fc.nat(5));
const anyTransaction = fc.record({
  steps: fc.array(anyAction, { minLength: 1, maxLength: 4 }),
  ending: fc.constantFrom('commits', 'commits', 'commits', 'rolls back'),
});

class RolledBack extends Error {}

type Story = { steps: [string, number, number, number][]; ending: string };

async function run({ steps, ending }: Story): Promise<void> {
  await transaction(async (tx) => {
    for (const [name, a, b, c] of steps) {
      await actions[name]?.(tx, a, b, c);
      await assertExact(tx);
    }
    if (ending === 'rolls back') throw new RolledBack();
  });
}

const isRefusal = (error: unknown) => error instanceof Error && !(error instanceof assert.AssertionError);

/** Three books, two of them by two people who had two parts in one, with genres and languages. */
async function smallLibrary(): Promise<void> {
  await emptyTables();
  await transaction(async (tx) => {
    await tx.insert(languages).values([{ code: 'en' }, { code: 'es' }, { code: 'pt' }, { code: 'grc' }]);
    const ids = [
      await insertBook(tx, { language: 'en' }),
      await insertBook(tx, { language: 'en' }),
      await insertBook(tx),
    ];
    const [emma = 0, persuasion = 0] = ids;
    const [austen, byron] = [await insertAuthor(tx, 'Jane Austen'), await insertAuthor(tx, 'Lord Byron')];
    const [poetry, satire] = [await insertGenre(tx, 'Poetry'), await insertGenre(tx, 'Satire')];
    await tx.insert(contributors).values([
      { bookId: emma, position: 0, authorId: austen, role: 'author' },
      { bookId: emma, position: 1, authorId: austen, role: 'editor' },
      { bookId: emma, position: 2, authorId: byron, role: 'editor' },
      { bookId: persuasion, position: 0, authorId: austen, role: 'author' },
    ]);
    await tx.insert(bookGenres).values([
      { bookId: emma, genreId: satire },
      { bookId: persuasion, genreId: poetry },
    ]);
  });
}

test('whatever is done, refused or rolled back, each has as many books as there are', async () => {
  const history = fc.array(anyTransaction, { minLength: 6, maxLength: 16 });
  await fc.assert(
    fc
      .asyncProperty(history, async (transactions) => {
        for (const one of transactions) {
          await run(one).catch((error) => assert.ok(isRefusal(error), error));
          await assertExact();
        }
      })
      .beforeEach(smallLibrary),
    { numRuns: engine === 'sqlite' ? 60 : 15 },
  );
});

test('who had two parts in a book has it once, until the last part is taken away', async () => {
  await smallLibrary();
  const count = async () => (await kept(db)).authors[0]?.[1];
  const editor = and(eq(contributors.role, 'editor'), eq(contributors.position, 1));
  assert.equal(await count(), 2);
  await transaction((tx) => tx.delete(contributors).where(editor));
  assert.equal(await count(), 2);
  await transaction((tx) => tx.delete(contributors).where(eq(contributors.position, 0)));
  assert.equal(await count(), 0);
});

test('a language that gets another code keeps its books', async () => {
  await smallLibrary();
  await transaction((tx) => tx.update(languages).set({ code: 'eng' }).where(eq(languages.code, 'en')));
  const { languages: after } = await kept(db);
  assert.deepEqual(Object.fromEntries(after), { eng: 2, es: 0, grc: 0, pt: 0 });
});

test('one statement that adds a part and brings another up to date counts both', async () => {
  await smallLibrary();
  const [author, editor] = (await db.select().from(contributors).orderBy(contributors.position)).slice(-2);
  assert.ok(author && editor);
  const [, byron] = (await kept(db)).authors;
  const book = await transaction((tx) => pick(tx, books, 0));
  const [austenId, byronId] = [author.authorId, Number(byron?.[0])];
  const rows = [
    { bookId: book, position: 2, authorId: austenId, role: 'translator' as const },
    { bookId: book, position: 5, authorId: byronId, role: 'translator' as const },
  ];
  await transaction((tx) =>
    tx
      .insert(contributors)
      .values(rows)
      .onConflictDoUpdate({
        target: [contributors.bookId, contributors.position],
        set: { authorId: sql`excluded.author_id`, role: sql`excluded.role` },
      }),
  );
  await assertExact();
});

const oneConnection = engine !== 'server' && 'needs a PostgreSQL server: here transactions run one by one';

/** Books that are there already, whose writers do not wait for each other at the counts of the home page. */
async function twoBooksOfTwo() {
  await emptyTables();
  return transaction(async (tx) => ({
    books: [await insertBook(tx), await insertBook(tx)] as const,
    authors: [await insertAuthor(tx, 'Jane Austen'), await insertAuthor(tx, 'Lord Byron')] as const,
    genres: [await insertGenre(tx, 'Poetry'), await insertGenre(tx, 'Satire')] as const,
  }));
}

test('writers who meet the same authors and genres in opposite order all finish', {
  skip: oneConnection,
}, async () => {
  const library = await twoBooksOfTwo();
  const write = (bookId: number, order: readonly [0 | 1, 0 | 1]) =>
    transaction(async (tx) => {
      for (const [position, nth] of order.entries()) {
        await tx
          .insert(contributors)
          .values({ bookId, position, authorId: library.authors[nth], role: 'author' });
        await tx.insert(bookGenres).values({ bookId, genreId: library.genres[nth] });
        await pause(30);
      }
    });
  await Promise.all([write(library.books[0], [0, 1]), write(library.books[1], [1, 0])]);
  assert.equal((await db.select().from(contributors)).length, 4);
  await assertExact();
});

test('in one statement the order does not matter: nobody has to begin again', {
  skip: oneConnection,
}, async () => {
  const library = await twoBooksOfTwo();
  let begun = 0;
  const write = (bookId: number, order: readonly [0 | 1, 0 | 1]) =>
    transaction(async (tx) => {
      begun += 1;
      const credits = order.map((nth, position) => ({
        bookId,
        position,
        authorId: library.authors[nth],
        role: 'author' as const,
      }));
      await tx.insert(contributors).values(credits);
      await pause(30);
    });
  for (let round = 0; round < 10; round += 1) {
    await transaction((tx) => tx.delete(contributors));
    await Promise.all([write(library.books[0], [0, 1]), write(library.books[1], [1, 0])]);
    await assertExact();
  }
  assert.equal(begun, 20);
});

test('two parts of one person, written at the same moment, are one book', {
  skip: oneConnection,
}, async () => {
  const library = await twoBooksOfTwo();
  const part = (position: number, role: 'author' | 'editor') =>
    transaction(async (tx) => {
      const [bookId, authorId] = [library.books[0], library.authors[0]];
      await tx.insert(contributors).values({ bookId, position, authorId, role });
      await pause(30);
    });
  await Promise.all([part(0, 'author'), part(1, 'editor')]);
  await assertExact();
  await Promise.all(
    [0, 1].map((position) =>
      transaction(async (tx) => {
        await tx.delete(contributors).where(eq(contributors.position, position));
        await pause(30);
      }),
    ),
  );
  await assertExact();
});
