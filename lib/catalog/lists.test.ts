import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { transaction } from '#db/client';
import { insertCredits, insertLanguages } from '#db/testing/catalog';
import { freshDatabase } from '#db/testing/database';
import { insertAuthor, insertBook } from '#db/testing/records';
import { authorIndex } from '#lib/catalog/authors/author-queries';
import { bookIndex } from '#lib/catalog/books/book-list-queries';
import type { BookOrder } from '#lib/catalog/books/book-orders';
import { authorLetters, titleLetters, titleLettersIn, titlesAt } from '#lib/catalog/letter-queries';
import { languageIndex } from '#lib/catalog/subjects/language-queries';
import { compareNames } from '#lib/i18n/format';
import type { ListParams } from '#lib/lists/list-page';

const params = (order: BookOrder, more: Partial<ListParams> = {}) => ({ size: 3, ...more, order });
const titles = async (order: BookOrder, more?: Partial<ListParams>) =>
  (await bookIndex({}, params(order, more))).books.map(({ title }) => title);

const shelf: [title: string, year: number | null, author?: string][] = [
  ['1984', 1949, 'Orwell, George'],
  ['84 Charing Cross Road', 1970, 'Hanff, Helene'],
  ['Animal Farm', 1945, 'Orwell, George'],
  ['Emma', 1815, 'Austen, Jane'],
  ['Émile', 1762, 'Rousseau'],
  ['Persuasion', 1817, 'Austen, Jane'],
  ['The Iliad', -750],
  ['Мёртвые души', 1842, 'Гоголь'],
  ['こころ', 1914, '夏目漱石'],
  ['吾輩は猫である', null, '夏目漱石'],
  ['坊っちゃん', 1906, '夏目漱石'],
];

describe('a list of books', () => {
  freshDatabase();
  before(() =>
    transaction(async (tx) => {
      const authors = new Map<string, number>();
      await insertLanguages(tx, 'es', 'en', 'grc');
      for (const [title, year, author] of shelf) {
        const bookId = await insertBook(tx, { title, year, language: title === 'Emma' ? 'en' : 'grc' });
        if (!author) continue;
        const authorId = authors.get(author) ?? (await insertAuthor(tx, author));
        authors.set(author, authorId);
        await insertCredits(tx, [{ bookId, authorId }]);
      }
    }),
  );

  test('has one order by author, with what nobody wrote at its end', async () => {
    assert.deepEqual(await titles('author', { size: 20 }), [
      'Emma',
      'Persuasion',
      '84 Charing Cross Road',
      '1984',
      'Animal Farm',
      'Émile',
      'Мёртвые души',
      'こころ',
      '吾輩は猫である',
      '坊っちゃん',
      'The Iliad',
    ]);
  });

  test('has one order by year, with those before our era behind the others and unknown ones last', async () => {
    assert.deepEqual((await titles('year', { size: 20 })).slice(-3), [
      'Émile',
      'The Iliad',
      '吾輩は猫である',
    ]);
  });

  test('offers the first letters that there are, digits and Chinese signs as one', async () => {
    assert.deepEqual(
      (await titleLetters()).map(({ label }) => label),
      ['0–9', 'A', 'E', 'P', 'T', 'М', 'こ', '漢字'],
    );
    assert.deepEqual(
      (await authorLetters()).map(({ from }) => from),
      ['a', 'h', 'o', 'r', 'г', '㐀'],
    );
  });

  test('says how many books begin with a letter, and in what script it is', async () => {
    const letters = await titleLetters();
    assert.deepEqual(
      letters.flatMap(({ label, script }) => (script ? [`${script} ${label}`] : [])),
      ['Cyrl М', 'Hrkt こ', 'Hani 漢字'],
    );
    const books = await Promise.all(letters.map((letter) => titlesAt(letter)));
    const { page } = await bookIndex({}, params('title', {}));
    assert.equal(
      books.reduce((sum, count) => sum + count, 0),
      page.total,
    );
    const [e] = await titleLettersIn('en');
    assert.equal(e && (await titlesAt(e, 'en')), 1);
  });

  test('in one language has the first letters of its own books', async () => {
    assert.deepEqual(
      (await titleLettersIn('en')).map(({ label }) => label),
      ['E'],
    );
    assert.deepEqual(
      (await titleLettersIn('grc')).map(({ label }) => label),
      ['0–9', 'A', 'E', 'P', 'T', 'М', 'こ', '漢字'],
    );
    assert.deepEqual(await titleLettersIn('es'), []);
    const { books } = await bookIndex({ language: 'grc' }, params('title', { from: 'e', size: 2 }));
    assert.deepEqual(
      books.map(({ title }) => title),
      ['Émile', 'Persuasion'],
    );
  });

  test('begins at a letter, and goes on from there in both directions', async () => {
    const { page, books } = await bookIndex({}, params('title', { from: 'e' }));
    assert.deepEqual(
      books.map(({ title }) => title),
      ['Émile', 'Emma', 'Persuasion'],
    );
    assert.equal(page.number, undefined);
    assert.deepEqual(await titles('title', { before: page.previous }), [
      '84 Charing Cross Road',
      '1984',
      'Animal Farm',
    ]);
    assert.deepEqual(await titles('title', { after: page.next }), ['The Iliad', 'Мёртвые души', 'こころ']);
    const [letter] = (await titleLetters()).slice(-1);
    assert.deepEqual(await titles('title', { from: letter?.from }), ['吾輩は猫である', '坊っちゃん']);
  });

  test('begins at a letter that no title has with the next one, and says when there is none', async () => {
    assert.deepEqual(await titles('title', { from: 'f', size: 1 }), ['Persuasion']);
    const { page, books } = await bookIndex({}, params('title', { from: '\u{10fffd}' }));
    assert.equal(page.fallback, 'from');
    assert.equal(page.number, page.count);
    assert.equal(books.length, 2);
  });

  test('says the first page of a walk back that began in the middle', async () => {
    const { page } = await bookIndex({}, params('title', { from: 'e' }));
    assert.equal((await bookIndex({}, params('title', { before: page.previous }))).page.number, 1);
  });

  test('takes the page number where a cursor is garbage or of another order', async () => {
    const byYear = (await bookIndex({}, params('year'))).page.next;
    const second = await titles('title', { page: 2 });
    for (const after of [byYear, 'garbage', '', '%', '🦊', 'x'.repeat(100_000)])
      assert.deepEqual(await titles('title', { page: 2, after }), second, after);
  });

  test('past its end shows the last page, and says so', async () => {
    for (const page of [5, 1_000_000_000, Number.MAX_SAFE_INTEGER]) {
      const last = await bookIndex({}, params('title', { page }));
      assert.deepEqual([last.page.number, last.page.fallback], [4, 'page']);
      assert.equal(last.books.length, 2);
    }
  });

  test('of one author has pages of its own', async () => {
    const { authors } = await authorIndex({ order: 'name', size: 1, from: 'austen' });
    const authorId = authors[0]?.id ?? 0;
    const { page } = await bookIndex({ authorId }, params('title', { size: 1 }));
    const next = await bookIndex({ authorId }, params('title', { size: 1, after: page.next }));
    assert.deepEqual([next.page.number, next.page.total, next.books[0]?.title], [2, 2, 'Persuasion']);
  });

  test('authors are ordered by how many books they have', async () => {
    const { authors } = await authorIndex({ order: 'books', size: 3 });
    assert.deepEqual(
      authors.map(({ name, books }) => [name, books]),
      [
        ['夏目漱石', 3],
        ['Austen, Jane', 2],
        ['Orwell, George', 2],
      ],
    );
  });

  test('languages are ordered as the reader’s own language names them', async () => {
    const names: Record<string, string> = { en: 'inglés', es: 'español', grc: 'Griego antiguo' };
    const naming = { nameOf: (code: string) => names[code] ?? code, compare: compareNames('es') };
    const listed = async (more: Partial<ListParams>, order: 'name' | 'books') => {
      const { page, languages } = await languageIndex({ size: 2, ...more, order }, naming);
      return { page, codes: languages.map(({ code, books }) => `${code} ${books}`) };
    };
    const { page, codes } = await listed({}, 'name');
    assert.deepEqual(codes, ['es 0', 'grc 10']);
    assert.deepEqual((await listed({ after: page.next }, 'name')).codes, ['en 1']);
    assert.deepEqual((await listed({ page: 9 }, 'name')).codes, ['en 1']);
    assert.deepEqual((await listed({}, 'books')).codes, ['grc 10', 'en 1']);
    assert.deepEqual((await listed({ after: page.next, page: 2 }, 'books')).codes, ['es 0']);
  });
});
