import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { transaction } from '#db/client';
import { insertLanguages } from '#db/testing/catalog';
import { freshDatabase } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import { queriesOf } from '#db/testing/queries';
import { insertAuthor, insertBook, insertCopy, insertGenre } from '#db/testing/records';
import { mergeAuthors } from '#lib/catalog/authors/merge-commands';
import { type Route, routeOf } from '#lib/http/routes';

async function movedTo(target: string): Promise<string | undefined> {
  const route = await routeOf(target);
  return route.kind === 'moved' ? route.to : undefined;
}

describe('an address', () => {
  freshDatabase();

  before(async () => {
    await transaction(async (tx) => {
      await insertLanguages(tx, 'pt', 'grc');
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
      assert.equal(await movedTo(asked), answer));
  }

  const kinds: [kind: Route['kind'], paths: string[]][] = [
    ['home', ['/', '/?q=emma', '/?cookie-trial=1']],
    ['book', ['/books/1-emma', '/books/1-emma?page=2']],
    ['file', ['/_next/static/chunks/a.js', '/covers/1-0.svg', '/books/suggestions?q=emma']],
    ['page', ['/languages/pt', '/languages', '/copies/Xy-_9abcdefghijk', '/list/1-1', '/books?q=emma']],
    ['unknown', ['/languages/xx', '/copies/Xy-_9abcdefghijz', '/authors/3', '/books/0', '/books/2147483648']],
    ['unknown', ['/list/3', '/catalog/book/99', '/books/%E0%A4%A', '/books/../x', '/_global-error']],
    // Not written like a record: a page of Next's, or the page for what is not there (next.config.mjs).
    ['page', ['/books/new', '/books/feed.atom', '/authors/abc', '/books/1e3', '/copies/new', '/list/abc']],
    ['page', ['/languages/%00', '/copies/1', `/copies/${'x'.repeat(5000)}`, '/books/1/edit']],
  ];
  for (const [kind, paths] of kinds) {
    for (const path of paths) {
      test(`${path.slice(0, 40)} is ${kind}`, async () => assert.equal((await routeOf(path)).kind, kind));
    }
  }

  test('one look-up tells all there is to know of a record', async () => {
    for (const path of [
      '/books/1-emma',
      '/books/1',
      '/books/99',
      '/authors/2-a-lady',
      '/list/1',
      '/copies/x',
    ]) {
      const queries = await queriesOf(async () => void (await routeOf(path)));
      assert.equal(queries.length, path === '/copies/x' ? 0 : 1, path);
    }
  });

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
        const moved = await movedTo(asked);
        assert.equal(moved === undefined ? undefined : await movedTo(moved), undefined);
      }),
    );
  });
});
