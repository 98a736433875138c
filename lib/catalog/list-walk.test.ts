import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client';
import { authors, bookGenres, books, contributors, genres } from '#db/schema/catalog';
import { insertBookGenres, insertCredits, insertLanguages } from '#db/testing/catalog';
import { emptyTables, engine, freshDatabase, testNow } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import { insertAuthor, insertBook, insertGenre } from '#db/testing/records';
import { authorIndex } from '#lib/catalog/authors/author-queries';
import { creditsOf } from '#lib/catalog/authors/credit-queries';
import type { BookFilter } from '#lib/catalog/books/book-filter';
import { bookIndex } from '#lib/catalog/books/book-list-queries';
import { type BookOrder, bookOrderNames } from '#lib/catalog/books/book-orders';
import { genreIndex } from '#lib/catalog/subjects/genre-queries';
import type { ListPage, ListParams } from '#lib/lists/list-page';

/** Few of each, so that many records are equal in all but their ids. */
type Choice = { title: number; author: number; year: number; day: number };

const choice: fc.Arbitrary<Choice> = fc.record({
  title: fc.nat(2),
  author: fc.nat(2),
  year: fc.nat(2),
  day: fc.nat(2),
});

/** What happens between two requests: a record comes, or the one at this place among all is deleted. */
const change = fc.oneof(
  choice.map((added) => ({ added })),
  fc.nat(20).map((deleted) => ({ deleted })),
);

const story = fc.record({
  present: fc.array(choice, { maxLength: 24 }),
  between: fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 12 }),
  size: fc.integer({ min: 1, max: 4 }),
});

type Shelf = {
  add: (tx: Transaction, choice: Choice) => Promise<number>;
  remove: (tx: Transaction, id: number) => Promise<unknown>;
  list: (params: Omit<ListParams, 'order'>) => Promise<{ page: ListPage; ids: number[] }>;
};

const titles = ['Emma', 'Émma', 'Persuasion'];
const years = [1815, -42, null];

async function addBook(
  tx: Transaction,
  { title, author, year, day }: Choice,
  language: string | null = null,
): Promise<number> {
  const addedAt = new Date(testNow.getTime() + day);
  const values = { title: titles[title] ?? '', year: years[year] ?? null, addedAt, language };
  const id = await insertBook(tx, values);
  if (author > 0) await credit(tx, id, author);
  return id;
}

/** Of two authors of one name, or of nobody. */
async function credit(tx: Transaction, bookId: number, author: number): Promise<void> {
  const known = await tx.select({ id: authors.id }).from(authors).orderBy(authors.id);
  const authorId = known[author - 1]?.id ?? (await insertAuthor(tx, 'Jane Austen'));
  await insertCredits(tx, [{ bookId, authorId, position: 3 }]);
}

const shelfOfBooks = (order: BookOrder, filter: BookFilter = {}, add = addBook): Shelf => ({
  add,
  remove: (tx, id) => tx.delete(books).where(eq(books.id, id)),
  list: async (params) => {
    const { page, books: listed } = await bookIndex(filter, { ...params, order });
    return { page, ids: listed.map(({ id }) => id) };
  },
});

const isThere = async (tx: Transaction, table: typeof authors | typeof genres, id: number) =>
  (await tx.select({ id: table.id }).from(table).where(eq(table.id, id))).length > 0;

/** Two of three books are of this genre, in this language and by this author: the others stand among them. */
const among = { genreId: 5, language: 'eo', authorId: 7 };

async function addAmongOthers(tx: Transaction, choice: Choice): Promise<number> {
  const { genreId, language } = among;
  await insertLanguages(tx, language);
  if (!(await isThere(tx, genres, genreId))) await insertGenre(tx, 'Novel', genreId);
  if (choice.day === 0) return addBook(tx, choice);
  const bookId = await addBook(tx, choice, language);
  await insertBookGenres(tx, [{ genreId, bookId }]);
  return bookId;
}

const [inGenre, inLanguage] = [{ genreId: among.genreId }, { language: among.language }];

/** What somebody did for some books, as one number each: of the book, and of the role. */
const shelfOfCredits = (order: BookOrder): Shelf => ({
  add: async (tx, choice) => {
    const { authorId } = among;
    if (!(await isThere(tx, authors, authorId))) await insertAuthor(tx, undefined, [], authorId);
    const bookId = await addBook(tx, { ...choice, author: 0 });
    const done = rolesOf[choice.author] ?? [];
    const rows = done.map((role, position) => ({ bookId, authorId, role, position }));
    if (choice.day > 0) await insertCredits(tx, rows);
    return bookId;
  },
  remove: (tx, id) => tx.delete(books).where(eq(books.id, Math.trunc(id / 10))),
  list: async (params) => {
    const { page, credits } = await creditsOf(among.authorId, { ...params, order });
    const ids = credits.flatMap(({ role, books }) => books.map(({ id }) => id * 10 + role.length));
    return { page, ids };
  },
});

const rolesOf = [['author'], ['translator', 'author'], ['editor']] as const;

const shelfOfAuthors = (order: 'name' | 'books'): Shelf => ({
  add: async (tx, { title, author }) => {
    const id = await insertAuthor(tx, titles[title]);
    for (let book = 0; book < author; book += 1) {
      const bookId = await insertBook(tx);
      await insertCredits(tx, [{ bookId, authorId: id }]);
    }
    return id;
  },
  remove: async (tx, id) => {
    await tx.delete(contributors).where(eq(contributors.authorId, id));
    await tx.delete(authors).where(eq(authors.id, id));
  },
  list: async (params) => {
    const { page, authors: listed } = await authorIndex({ ...params, order });
    return { page, ids: listed.map(({ id }) => id) };
  },
});

let names = 0;
const shelfOfGenres = (order: 'name' | 'books'): Shelf => ({
  add: async (tx, { title, author }) => {
    names += 1;
    const genreId = await insertGenre(tx, `${titles[title]} ${names}`);
    for (let book = 0; book < author; book += 1)
      await insertBookGenres(tx, [{ genreId, bookId: await insertBook(tx) }]);
    return genreId;
  },
  remove: async (tx, id) => {
    await tx.delete(bookGenres).where(eq(bookGenres.genreId, id));
    await tx.delete(genres).where(eq(genres.id, id));
  },
  list: async (params) => {
    const { page, genres: listed } = await genreIndex({ ...params, order });
    return { page, ids: listed.map(({ id }) => id) };
  },
});

type Direction = 'next' | 'previous';
type Changes = { added?: Choice; deleted?: number }[];

/** Follows the links of one direction to the end; between two pages, records come and go. */
async function walk(
  shelf: Shelf,
  size: number,
  direction: Direction,
  between: (step: number) => Promise<void>,
) {
  const seen: number[] = [];
  let params: Omit<ListParams, 'order'> = { size, page: direction === 'next' ? 1 : 1_000_000 };
  for (let step = 0; ; step += 1) {
    const { page, ids } = await shelf.list(params);
    if (page.fallback === 'after' || page.fallback === 'before') return seen;
    seen.push(...(direction === 'next' ? ids : ids.reverse()));
    const cursor = page[direction];
    if (!cursor) return seen;
    params = { size, page: page.number, [direction === 'next' ? 'after' : 'before']: cursor };
    await between(step);
  }
}

/** All of a list, in its order. */
const whole = async (shelf: Shelf) => (await shelf.list({ size: 1000 })).ids;

const shelves: [name: string, shelf: Shelf][] = [
  ...bookOrderNames.map((order): [string, Shelf] => [`books by ${order}`, shelfOfBooks(order)]),
  ...(['title', 'newest'] as const).flatMap((order): [string, Shelf][] => [
    [`books of a genre by ${order}`, shelfOfBooks(order, inGenre, addAmongOthers)],
    [`books in a language by ${order}`, shelfOfBooks(order, inLanguage, addAmongOthers)],
    [`credits of an author by ${order}`, shelfOfCredits(order)],
  ]),
  ...(['name', 'books'] as const).flatMap((order): [string, Shelf][] => [
    [`authors by ${order}`, shelfOfAuthors(order)],
    [`genres by ${order}`, shelfOfGenres(order)],
  ]),
];

describe('who follows the links of a list while records come and go', () => {
  freshDatabase();
  beforeEach(emptyTables);

  for (const [name, shelf] of shelves)
    for (const direction of ['next', 'previous'] as const)
      test(`meets each that stays once, in order: ${name}, ${direction}`, async () => {
        await fc.assert(
          fc.asyncProperty(story, ({ present, between, size }) =>
            meetsEachThatStays(shelf, direction, { present, between, size }),
          ),
          { numRuns: engine === 'sqlite' ? 60 : 12 },
        );
      });
});

type Story = { present: Choice[]; between: Changes[]; size: number };

async function meetsEachThatStays(shelf: Shelf, direction: Direction, { present, between, size }: Story) {
  await emptyTables();
  await transaction(async (tx) => {
    for (const added of present) await shelf.add(tx, added);
  });
  const before = await whole(shelf);
  const seen = await walk(shelf, size, direction, (step) => apply(shelf, between[step] ?? []));
  const after = new Set(await whole(shelf));
  const stayed = before.filter((id) => after.has(id));
  assert.deepEqual(
    seen.filter((id) => stayed.includes(id)),
    direction === 'next' ? stayed : stayed.reverse(),
  );
  assert.equal(new Set(seen).size, seen.length, 'no record twice');
}

async function apply(shelf: Shelf, changes: Changes): Promise<void> {
  for (const { added, deleted } of changes) {
    const ids = deleted === undefined ? [] : await whole(shelf);
    const gone = ids[(deleted ?? 0) % ids.length];
    await transaction(async (tx) => {
      if (added) await shelf.add(tx, added);
      if (gone !== undefined) await shelf.remove(tx, gone);
    });
  }
}
