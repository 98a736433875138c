import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { transaction } from '#db/client';
import { insertBookGenres, insertCredits, insertLanguages } from '#db/testing/catalog';
import { freshDatabase } from '#db/testing/database';
import { countQueries } from '#db/testing/queries';
import {
  insertAuthor,
  insertBook,
  insertCopy,
  insertGenre,
  insertHold,
  insertLoan,
  insertMember,
} from '#db/testing/records';
import { ask, askJson } from '#lib/api/test-requests';
import { stoppedClock } from '#lib/search/test-clock';

process.env.API_RATE_LIMIT = '0';
describe('in a library of four books', () => {
  freshDatabase();
  stoppedClock();

  const day = (text: string) => new Date(`${text}T12:00:00.000Z`);
  let ids: Record<string, number>;

  before(async () => {
    ids = await transaction(async (tx) => {
      await insertLanguages(tx, 'en', 'grc', 'pt-BR');
      const emma = await insertBook(tx, {
        title: 'Emma',
        year: 1815,
        language: 'en',
        addedAt: day('2026-01-10'),
      });
      const emmas = await insertBook(tx, {
        title: 'Emma’s Garden',
        year: 1819,
        language: 'en',
        addedAt: day('2026-02-10'),
      });
      const clouds = await insertBook(tx, {
        title: 'Νεφέλαι',
        year: -423,
        language: 'grc',
        isbn: '9780306406157',
        addedAt: day('2026-03-01'),
        otherTitles: ['The Clouds'],
      });
      const map = await insertBook(tx, {
        title: 'All about Emma',
        format: 'map',
        language: 'pt-BR',
        addedAt: day('2026-03-01'),
      });
      const austen = await insertAuthor(tx, 'Jane Austen');
      await insertCredits(tx, [{ bookId: emma, authorId: austen }]);
      const novel = await insertGenre(tx, 'Novel');
      const comedy = await insertGenre(tx, 'Comedy');
      await insertBookGenres(tx, [
        { bookId: emma, genreId: novel },
        { bookId: clouds, genreId: comedy },
      ]);
      const reader = await insertMember(tx, 'Casimir Wren');
      const [inside, lent, kept] = [
        await insertCopy(tx, emma),
        await insertCopy(tx, emmas),
        await insertCopy(tx, clouds),
      ];
      await insertLoan(tx, lent, reader);
      await insertHold(tx, clouds, reader, kept);
      await insertCopy(tx, map, { condition: 'reference_only', location: 'Reading room', shelfMark: 'M 1' });
      return { emma, emmas, clouds, map, austen, novel, comedy, inside };
    });
  });

  const titles = async (address: string) => {
    const { status, body } = await askJson(address);
    assert.equal(status, 200, JSON.stringify(body));
    return (body.items as { title: string }[]).map(({ title }) => title);
  };

  const rows: [address: (of: Record<string, number>) => string, ...titles: string[]][] = [
    [() => '/books', 'All about Emma', 'Emma', 'Emma’s Garden', 'Νεφέλαι'],
    [() => '/books?language=grc', 'Νεφέλαι'],
    [() => '/books?language=xx'],
    [({ austen }) => `/books?author=${austen}`, 'Emma'],
    [({ novel, austen }) => `/books?genre=${novel}&author=${austen}&language=en`, 'Emma'],
    [() => '/books?genre=2147483647'],
    [() => '/books?sort=year', 'Emma’s Garden', 'Emma', 'Νεφέλαι', 'All about Emma'],
    [() => '/books?sort=newest&added_since=2026-02-10', 'All about Emma', 'Νεφέλαι', 'Emma’s Garden'],
    [() => '/books?added_since=2026-02-10T13:00:00%2B01:00', 'All about Emma', 'Emma’s Garden', 'Νεφέλαι'],
    [() => '/books?added_since=2026-02-10T12:00:01Z', 'All about Emma', 'Νεφέλαι'],
    [() => '/books?added_since=0000-01-01&limit=1', 'All about Emma'],
    [() => '/books?added_since=9999-12-31T23:59:59-14:00'],
    [() => '/search?q=emma', 'Emma', 'Emma’s Garden', 'All about Emma'],
    [() => '/search?q=EMMA&available=true', 'Emma'],
    [() => '/search?q=clouds&available=true'],
    [() => '/search?q=clouds', 'Νεφέλαι'],
    [() => '/search?q=emma&decade=1810', 'Emma', 'Emma’s Garden'],
    [() => '/search?q=clouds&decade=-430', 'Νεφέλαι'],
    [() => '/search?q=clouds&decade=-420'],
    [() => '/search?q=emma&format=map&format=film', 'All about Emma'],
    [({ novel, comedy }) => `/search?q=-&genre=${novel}&genre=${comedy}`, 'Emma', 'Νεφέλαι'],
    [() => '/search?q=emma&language=en&sort=newest', 'Emma’s Garden', 'Emma'],
    [() => '/search?q=emma&sort=author', 'Emma', 'All about Emma', 'Emma’s Garden'],
    [() => '/search?q=clouds&language=GRC', 'Νεφέλαι'],
    [() => '/search?q=0-306-40615-2&language=GRC', 'Νεφέλαι'],
    [() => '/search?q=9780306406157&language=en'],
    [() => '/search?q=emma&language=pt-BR', 'All about Emma'],
    [() => '/search?q=emma&language=en&language=pt-BR', 'Emma', 'Emma’s Garden', 'All about Emma'],
    [() => '/search?q=austen', 'Emma'],
    [() => '/search?q=garden%20emma%27s', 'Emma’s Garden'],
    [() => '/search?q=gardne', 'Emma’s Garden'],
    [() => '/search?q=emma&limit=2&page=2', 'All about Emma'],
    [() => '/search?q=emma&page=10000'],
    [() => '/search?q=%F0%9F%90%88%E2%80%8D%E2%AC%9B'],
  ];

  describe('who asks for', () => {
    for (const [address, ...expected] of rows) {
      test(`${address({ austen: 1, novel: 1, comedy: 2 })} gets ${expected.join(', ') || 'nothing'}`, async () =>
        assert.deepEqual(await titles(address(ids)), expected));
    }
  });

  test('a copy says where it is, and never who has it', async () => {
    const copyOf = async (id: number | undefined) =>
      ((await askJson(`/books/${id}/copies`)).body.items as Record<string, unknown>[])[0];
    const fields = { shelf_mark: null, location: null };
    const { id: _1, ...lent } = (await copyOf(ids.emmas)) ?? {};
    assert.deepEqual(lent, { state: 'on_loan', due_on: '2026-03-23', ...fields });
    const { id: _2, ...kept } = (await copyOf(ids.clouds)) ?? {};
    assert.deepEqual(kept, { state: 'on_hold_shelf', due_on: null, ...fields });
    const { id: _3, ...map } = (await copyOf(ids.map)) ?? {};
    assert.deepEqual(map, {
      state: 'reference_only',
      due_on: null,
      shelf_mark: 'M 1',
      location: 'Reading room',
    });
    for (const address of ['/books', `/books/${ids.emmas}`, `/books/${ids.emmas}/copies`])
      assert.doesNotMatch(await (await ask(address)).text(), /Casimir|member/);
  });

  describe('as many queries for one record as for many:', () => {
    const asked: [address: (limit: number) => string, queries: number][] = [
      [(limit) => `/books?limit=${limit}`, 3],
      [(limit) => `/books?limit=${limit}&sort=year&language=en&added_since=2020-01-01`, 3],
      [() => `/books/${ids.emma}`, 4],
      [() => `/books/${ids.clouds}`, 4],
      [(limit) => `/books/${ids.emma}/copies?limit=${limit}`, 2],
      [(limit) => `/authors?limit=${limit}`, 1],
      [() => `/authors/${ids.austen}`, 1],
      [(limit) => `/genres?limit=${limit}`, 1],
      [(limit) => `/languages?limit=${limit}`, 1],
      [() => '/counts', 1],
    ];

    test('each operation', async () => {
      for (const [address, queries] of asked)
        for (const limit of [1, 2, 100])
          assert.equal(await countQueries(() => ask(address(limit))), queries, address(limit));
    });
  });
});
