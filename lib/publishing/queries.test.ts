import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { transaction } from '#db/client';
import { freshDatabase, testDay, testNow } from '#db/testing/database';
import { insertBook } from '#db/testing/records';
import { insertAuthors } from '#lib/catalog/authors/author-commands';
import { loadDemonstration } from '#lib/catalog/demonstration/load-demonstration';
import { filledParts } from '#lib/catalog/sitemap-queries';
import { streamed } from '#lib/http/streamed';
import { booksForFeed } from '#lib/publishing/feeds/feed-search';
import { isFilled, sitemapIndex, sitemapPart, writeSitemapPart } from '#lib/publishing/feeds/sitemap';
import { assertWellFormed, textsOf } from '#lib/publishing/feeds/test-xml';
import { findPublishedBook } from '#lib/publishing/published-book-queries';
import { site } from '#lib/publishing/test-books';
import { noFilters } from '#lib/search/request';

const partOf = (file: string) => {
  const part = sitemapPart(file);
  assert.ok(part);
  return part;
};
const written = async (file: string) => new Response(streamed(writeSitemapPart(site, partOf(file)))).text();

describe('what is shared of the demonstration', () => {
  freshDatabase();
  before(async () => {
    await transaction((tx) => loadDemonstration(tx, testNow, testDay));
  });

  test('a book has its people with the names they are filed under', async () => {
    const { books: found } = await booksForFeed({ q: 'good omens', filters: noFilters() });
    const book = await findPublishedBook(found[0]?.id, site);
    assert.deepEqual(
      book?.contributors
        .map(({ parts }) => parts)
        .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
      [
        { family: 'Gaiman', given: 'Neil', suffix: '' },
        { family: 'Pratchett', given: 'Terry', suffix: '' },
      ],
    );
    assert.match(book?.address ?? '', /^https:\/\/library\.example\.org\/books\/\d+-good-omens/);
  });

  test('a book that does not exist is not shared', async () => {
    assert.equal(await findPublishedBook(999_999, site), undefined);
    assert.equal(await findPublishedBook(undefined, site), undefined);
  });

  test('a feed has the newest fifty, newest first, and says how many there are', async () => {
    const { total, books: found } = await booksForFeed({ q: '', filters: noFilters() });
    const times = found.map(({ addedAt }) => addedAt.getTime());
    assert.equal(found.length, 50);
    assert.ok(total > 200);
    assert.deepEqual(
      times,
      times.toSorted((a, b) => b - a),
    );
  });

  test('a feed of a search has what the search finds', async () => {
    const { books: found } = await booksForFeed({ q: 'soledad', filters: noFilters() });
    assert.ok(found.some(({ title }) => title === 'Cien años de soledad'));
    assert.deepEqual(await booksForFeed({ q: 'zzyzx', filters: noFilters() }), { total: 0, books: [] });
  });
});

describe('a sitemap of records with gaps between their ids', () => {
  freshDatabase();
  const ids = [1, 49_999, 50_000, 50_001, 250_001, 2_147_483_647];
  before(async () => {
    await transaction(async (tx) => {
      for (const id of ids) await insertBook(tx, { id, title: `Emma & Co. ${id}` });
      const crowd = Array.from({ length: 2_500 }, (_, at) => ({ name: `Ärö 猫 ${at + 1}` }));
      await insertAuthors(tx, crowd);
    });
  });

  test('has a part for every fifty thousand ids in use, and no other', async () => {
    assert.deepEqual(await filledParts('books', 50_000), [1, 2, 6, 42_950]);
    assert.deepEqual(await filledParts('genres', 50_000), []);
    const index = await sitemapIndex(site);
    assertWellFormed(index);
    assert.deepEqual(
      textsOf(index, 'loc').map((loc) => loc.replace(`${site}/sitemap/`, '')),
      ['pages.xml', 'books-1.xml', 'books-2.xml', 'books-6.xml', 'books-42950.xml', 'authors-1.xml'],
    );
  });

  test('has every book once, in its part, with the day it came', async () => {
    const first = await written('books-1.xml');
    assertWellFormed(first);
    assert.deepEqual(textsOf(first, 'loc'), [
      `${site}/books/1-emma-co-1`,
      `${site}/books/49999-emma-co-49999`,
      `${site}/books/50000-emma-co-50000`,
    ]);
    assert.deepEqual(textsOf(first, 'lastmod'), ['2026-03-02', '2026-03-02', '2026-03-02']);
    assert.deepEqual(textsOf(await written('books-2.xml'), 'loc'), [`${site}/books/50001-emma-co-50001`]);
    assert.equal(textsOf(await written('books-42950.xml'), 'loc').length, 1);
  });

  test('has all authors of a part, though they are read a thousand at a time', async () => {
    const locs = textsOf(await written('authors-1.xml'), 'loc');
    assert.equal(new Set(locs).size, 2_500);
    for (const loc of locs) assert.match(loc, /^[!-~]+$/);
  });

  test('knows which parts are empty, and which names are none', async () => {
    assert.equal(await isFilled(partOf('books-6.xml')), true);
    assert.equal(await isFilled(partOf('books-5.xml')), false);
    for (const file of [
      'books-0.xml',
      'books-42951.xml',
      'books-99999.xml',
      'members-1.xml',
      'books-1',
      'books-1e3.xml',
      '',
    ])
      assert.equal(sitemapPart(file), undefined);
  });

  test('stops reading when the asker goes away', async () => {
    const reader = streamed(writeSitemapPart(site, partOf('authors-1.xml'))).getReader();
    await reader.read();
    await reader.cancel();
    assert.equal((await reader.read()).done, true);
  });
});
