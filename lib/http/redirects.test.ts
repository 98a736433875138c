import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { transaction } from '#db/client';
import { languages } from '#db/schema/catalog';
import { freshDatabase } from '#db/testing/database';
import { insertAuthor, insertBook, insertCopy, insertGenre } from '#db/testing/records';
import { mergeAuthors } from '#lib/catalog/authors/author-commands';
import { isUnknownRecord } from '#lib/http/not-found';
import { permanentRedirect } from '#lib/http/redirects';

describe('an address', () => {
  freshDatabase();

  before(async () => {
    await transaction(async (tx) => {
      await tx.insert(languages).values([{ code: 'pt' }, { code: 'grc' }]);
      const emma = await insertBook(tx, { title: 'Emma' });
      await insertBook(tx, { title: '吾輩は猫である' });
      await insertCopy(tx, emma, { publicId: 'Xy-_9abcdefghijk' });
      await insertAuthor(tx, 'Jane Austen');
      await insertAuthor(tx, 'A Lady');
      await insertGenre(tx, 'Magic realism');
    });
    await mergeAuthors(1, 2);
  });

  const cat = encodeURI('/books/2-吾輩は猫である');

  const moves: [asked: string, answer: string | undefined][] = [
    ['/books/1', '/books/1-emma'],
    ['/books/1/', '/books/1-emma'],
    ['/books/1-emma', undefined],
    ['/books/1-emma/', '/books/1-emma'],
    ['/books/1-emma?page=2', undefined],
    ['/books/1-older?page=2&sort=year', '/books/1-emma?page=2&sort=year'],
    ['/books/1-%2F?x=%2F??', '/books/1-emma?x=%2F??'],
    [cat, undefined],
    [decodeURI(cat), undefined],
    ['/books/2', cat],
    ['/books/3', undefined],
    ['/books/1/copies', undefined],
    ['/books/%E0%A4%A', undefined],
    ['/authors/1-jane-austen', undefined],
    ['/authors/2-a-lady?page=2', '/authors/1-jane-austen?page=2'],
    ['/genres/1?page=2', '/genres/1-magic-realism?page=2'],
    ['/languages/pt', undefined],
    ['/languages/PT?page=3', '/languages/pt?page=3'],
    ['/languages/GrC/', '/languages/grc'],
    ['/languages/xx', undefined],
    ['/copies/Xy-_9abcdefghijk', undefined],
    ['/copies/Xy-_9abcdefghijk/', '/copies/Xy-_9abcdefghijk'],
    ['/copies/xy-_9ABCDEFGHIJK', undefined],
    ['/', undefined],
    ['/books?page=2', undefined],
    ['/catalog', '/'],
    ['/catalog/books/?page=2', '/books?page=2'],
    ['/catalog/book/1/', '/books/1-emma'],
    ['/catalog/author/2', '/authors/1-jane-austen'],
    ['/catalog/genre/1', '/genres/1-magic-realism'],
    ['/catalog/language/pt', '/languages/pt'],
    ['/catalog/language/1', '/languages'],
    ['/catalog/bookinstance/Xy-_9abcdefghijk', '/copies/Xy-_9abcdefghijk'],
    ['/catalog/book/99', undefined],
    ['/catalog/book/%00', undefined],
    ['/catalog/xyz', undefined],
  ];
  for (const [asked, answer] of moves) {
    test(`${asked} has ${answer ? `moved to ${answer}` : 'not moved'}`, async () =>
      assert.equal(await permanentRedirect(asked), answer));
  }

  const standing: [path: string, nowhere: boolean][] = [
    ['/languages/pt', false],
    ['/languages/xx', true],
    ['/languages/%00', true],
    ['/languages/p', true],
    ['/languages', false],
    ['/copies/Xy-_9abcdefghijk', false],
    ['/copies/Xy-_9abcdefghijz', true],
    ['/copies/1', true],
    ['/copies/1%00', true],
    [`/copies/${'x'.repeat(5000)}`, true],
    ['/authors/2-a-lady', false],
    ['/authors/3', true],
  ];
  for (const [path, notFoundPath] of standing) {
    test(`${path.slice(0, 40)} leads ${notFoundPath ? 'nowhere' : 'somewhere'}`, async () =>
      assert.equal(await isUnknownRecord(path), notFoundPath));
  }

  test('what moved has not moved again, and whatever is asked gets an answer', async () => {
    const kind = fc.constantFrom(
      'books',
      'authors',
      'languages',
      'copies',
      'catalog/book',
      'catalog',
      'list',
    );
    const segment = fc.oneof(fc.string(), fc.constantFrom('1', '1-x', 'PT', '2/', 'Xy-_9abcdefghijk'));
    const url = fc.tuple(kind, segment, fc.string()).map(([k, s, q]) => `/${k}/${s}?${q}`);
    await fc.assert(
      fc.asyncProperty(url, async (asked) => {
        const moved = await permanentRedirect(asked);
        await isUnknownRecord(asked);
        assert.equal(moved === undefined ? undefined : await permanentRedirect(moved), undefined);
      }),
    );
  });
});
