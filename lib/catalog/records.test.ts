import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { transaction } from '#db/client';
import { insertBookGenres, insertCredits, insertLanguages } from '#db/testing/catalog';
import { freshDatabase } from '#db/testing/database';
import {
  insertAuthor,
  insertBook,
  insertCopy,
  insertGenre,
  insertHold,
  insertLoan,
  insertMember,
} from '#db/testing/records';
import { creditsOf } from '#lib/catalog/authors/credit-queries';
import { bookDetail } from '#lib/catalog/books/book-queries';
import { relatedBooks } from '#lib/catalog/books/related-queries';
import { copyDetail } from '#lib/catalog/copies/copy-queries';

describe('what a reader may want next', () => {
  freshDatabase();
  const book = new Map<string, number>();

  const relatedTo = async (title: string) => {
    const detail = await bookDetail(book.get(title) ?? 0);
    assert.ok(detail);
    const { author, byAuthor, sameGenre } = await relatedBooks(detail, 'en');
    const titles = (books: { title: string }[]) => books.map((other) => other.title);
    return { author: author?.name, byAuthor: titles(byAuthor), sameGenre: titles(sameGenre) };
  };

  before(() =>
    transaction(async (tx) => {
      const jane = await insertAuthor(tx, 'Jane Austen');
      const tolstoy = await insertAuthor(tx, 'Leo Tolstoy');
      const maude = await insertAuthor(tx, 'Louise Maude');
      const [novel, romance, satire] = [
        await insertGenre(tx, 'Novel'),
        await insertGenre(tx, 'Romance'),
        await insertGenre(tx, 'Satire'),
      ];
      const add = async (title: string, by: number[], genres: number[]) => {
        const bookId = await insertBook(tx, { title });
        book.set(title, bookId);
        const credits = by.map((authorId, position) => ({
          bookId,
          authorId,
          position,
          role: authorId === maude ? ('translator' as const) : ('author' as const),
        }));
        await insertCredits(tx, credits);
        await insertBookGenres(
          tx,
          genres.map((genreId) => ({ bookId, genreId })),
        );
      };
      for (const title of ['Emma', 'Persuasion', 'Sanditon', 'Lady Susan', 'Mansfield Park'])
        await add(title, [jane], [novel]);
      for (const title of ['The Watsons', 'Northanger Abbey', 'Love and Freindship'])
        await add(title, [jane], [novel, satire]);
      await add('Anna Karenina', [maude, tolstoy], [novel, romance]);
      await add('Resurrection', [tolstoy, maude], [romance]);
      await add('Candide', [], [satire]);
      await add('Zadig', [], [novel, romance, satire]);
      await add('Tables of logarithms', [], []);
    }),
  );

  test('is six more by the author in the order of titles, and what others wrote of a genre', async () =>
    assert.deepEqual(await relatedTo('Emma'), {
      author: 'Jane Austen',
      byAuthor: [
        'Lady Susan',
        'Love and Freindship',
        'Mansfield Park',
        'Northanger Abbey',
        'Persuasion',
        'Sanditon',
      ],
      sameGenre: ['Anna Karenina', 'Zadig'],
    }));

  test('is by the author, not by a translator who is named first; most genres come first', async () => {
    const { author, byAuthor, sameGenre } = await relatedTo('Anna Karenina');
    assert.deepEqual([author, byAuthor], ['Leo Tolstoy', ['Resurrection']]);
    assert.equal(sameGenre.length, 6);
    assert.equal(sameGenre[0], 'Zadig');
    assert.equal(sameGenre[1], 'Love and Freindship');
  });

  test('is only of the same genre where nobody is named, and nothing where nothing is known', async () => {
    assert.deepEqual((await relatedTo('Candide')).sameGenre, [
      'Zadig',
      'Love and Freindship',
      'Northanger Abbey',
      'The Watsons',
    ]);
    assert.deepEqual(await relatedTo('Tables of logarithms'), {
      author: undefined,
      byAuthor: [],
      sameGenre: [],
    });
  });
});

describe('of the same genre comes first', () => {
  freshDatabase();

  test('what a reader can read, then what is in; and the genre that says most is named', async () => {
    const emma = await transaction(async (tx) => {
      await insertLanguages(tx, 'en', 'es', 'es-MX');
      const [novel, satire] = [await insertGenre(tx, 'Novel'), await insertGenre(tx, 'Satire')];
      const add = async (title: string, language: string, genres: number[], isIn = false) => {
        const id = await insertBook(tx, { title, language });
        await insertBookGenres(
          tx,
          genres.map((genreId) => ({ bookId: id, genreId })),
        );
        if (isIn) await insertCopy(tx, id);
        return id;
      };
      const first = await add('Emma', 'en', [novel, satire]);
      for (const [language, isIn] of [
        ['en', false],
        ['es-MX', false],
        ['en', true],
        ['es', true],
      ] as const)
        await add(`${language} ${isIn ? 'in' : 'out'}`, language, [satire], isIn);
      for (const more of ['a', 'b', 'c']) await add(more, 'en', [satire, novel]);
      for (const more of ['d', 'e', 'f', 'g', 'h']) await add(more, 'en', [novel]);
      return first;
    });
    const detail = await bookDetail(emma);
    assert.ok(detail);
    const { genre, sameGenre } = await relatedBooks(detail, 'es');
    assert.equal(genre?.name, 'Satire');
    assert.deepEqual(
      sameGenre.slice(0, 3).map(({ title }) => title),
      ['es in', 'es-MX out', 'en in'],
    );
  });
});

describe('a copy’s page', () => {
  freshDatabase();

  test('says where the copy is, of which book, and how many others there are', async () => {
    await transaction(async (tx) => {
      const emma = await insertBook(tx);
      const lent = await insertCopy(tx, emma, {
        publicId: 'lent',
        condition: 'damaged',
        location: 'Main room',
        acquiredOn: '2024-05',
      });
      const kept = await insertCopy(tx, emma, { publicId: 'kept' });
      await insertCopy(tx, emma, { publicId: 'in' });
      const amara = await insertMember(tx);
      await insertLoan(tx, lent, amara);
      await insertHold(tx, emma, amara, kept);
    });
    const lent = await copyDetail('lent');
    assert.deepEqual(
      [lent?.state, lent?.condition, lent?.dueOn, lent?.location, lent?.acquiredOn, lent?.book.title],
      ['on_loan', 'damaged', '2026-03-23', 'Main room', '2024-05', 'Emma'],
    );
    // The copy that is lent is damaged: it will not be lent again.
    assert.deepEqual([lent?.book.availability.onShelf, lent?.book.availability.copies], [1, 2]);
    assert.equal((await copyDetail('kept'))?.state, 'on_hold_shelf');
    assert.equal((await copyDetail('in'))?.state, 'on_shelf');
    assert.equal(await copyDetail('1'), undefined);
  });
});

describe('what somebody had a part in', () => {
  freshDatabase();
  let lobato: number;
  before(() =>
    transaction(async (tx) => {
      lobato = await insertAuthor(tx, 'Monteiro Lobato');
      const credit = async (title: string, ...roles: ('author' | 'translator' | 'illustrator')[]) => {
        const bookId = await insertBook(tx, { title });
        const rows = roles.map((role, position) => ({ bookId, authorId: lobato, role, position }));
        await insertCredits(tx, rows);
      };
      await credit('Urupês', 'illustrator', 'author');
      await credit('Alice no país das maravilhas', 'translator');
      await credit('Emília no país da gramática', 'author');
    }),
  );

  const shown = async (params: number, size: number) => {
    const { page, credits } = await creditsOf(lobato, { order: 'title', size, page: params });
    return [
      page.count,
      ...credits.map(({ role, total, books }) => [role, total, ...books.map((b) => b.title)]),
    ];
  };

  test('stands role by role, a book in two of them under both', async () =>
    assert.deepEqual(await shown(1, 10), [
      1,
      ['author', 2, 'Emília no país da gramática', 'Urupês'],
      ['illustrator', 1, 'Urupês'],
      ['translator', 1, 'Alice no país das maravilhas'],
    ]));

  test('goes on over pages, and past the end is the last one', async () => {
    assert.deepEqual(await shown(1, 3), [
      2,
      ['author', 2, 'Emília no país da gramática', 'Urupês'],
      ['illustrator', 1, 'Urupês'],
    ]);
    assert.deepEqual(await shown(9, 3), [2, ['translator', 1, 'Alice no país das maravilhas']]);
  });

  test('is nothing for nobody', async () => {
    assert.deepEqual((await creditsOf(999_999, { order: 'title', size: 10 })).credits, []);
  });
});
