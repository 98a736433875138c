import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import '#db/testing/alone';
import { transaction } from '#db/client';
import { insertBookGenres, insertCredits, insertLanguages } from '#db/testing/catalog';
import { freshDatabase } from '#db/testing/database';
import { countQueries } from '#db/testing/queries';
import { insertAuthor, insertBook, insertBooks, insertCopy, insertGenre } from '#db/testing/records';
import type { Facets } from '#lib/api/schemas/facet-schema';
import type { Found } from '#lib/api/schemas/search-schema';
import type { Suggestions } from '#lib/api/schemas/suggestion-schema';
import { ask, askJson } from '#lib/api/test-requests';
import { stoppedClock } from '#lib/search/test-clock';

process.env.API_RATE_LIMIT = '0';

async function answerTo<Body>(address: string): Promise<Body> {
  const { status, body } = await askJson(address);
  assert.equal(status, 200, JSON.stringify(body));
  return body as Body;
}

const look = (parameters: string) => answerTo<Found>(`/search?${parameters}`);
const suggested = (parameters: string) => answerTo<Suggestions>(`/suggestions?${parameters}`);

describe('in a library of forty books by forty authors, and one by another', () => {
  freshDatabase();
  stoppedClock();
  let lonely: number;

  before(async () => {
    lonely = await transaction(async (tx) => {
      await insertLanguages(tx, 'en', 'es');
      const add = async (title: string, name: string, language: string, year: number) => {
        const [book, author] = [
          await insertBook(tx, { title, language, year }),
          await insertAuthor(tx, name),
        ];
        await insertCredits(tx, [{ bookId: book, authorId: author }]);
        await insertBookGenres(tx, [{ bookId: book, genreId: await insertGenre(tx, `Of ${name}`) }]);
        return book;
      };
      for (let i = 1; i <= 40; i += 1) await add(`Volcano ${i}`, `Writer ${i}`, 'en', 1950 + i);
      const alone = await add('Marina Crespo’s Lantern', 'Dolores Quintanilla', 'es', -423);
      await insertCopy(tx, alone);
      return alone;
    });
  });

  test('a search says how many books each value of a filter has, and what it is called', async () => {
    const { items, total, more, corrected, facets, counted } = await look('q=lantern');
    assert.deepEqual(
      [items.map(({ id }) => id), total, more, corrected, counted],
      [[lonely], 1, false, null, 'all'],
    );
    assert.deepEqual(facets, {
      available: [{ value: 'true', label: 'On the shelf now', count: 1 }],
      format: [{ value: 'book', label: 'Book', count: 1 }],
      genre: [{ value: facets.genre[0]?.value, label: 'Of Dolores Quintanilla', count: 1 }],
      language: [{ value: 'es', label: 'Spanish', count: 1 }],
      author: [{ value: facets.author[0]?.value, label: 'Dolores Quintanilla', count: 1 }],
      decade: [{ value: -430, label: '430–421\u00a0BCE', count: 1 }],
    });
  });

  test('values with the most books come first, and no more than thirty', async () => {
    const { total, facets } = await look('q=volcano&limit=1');
    assert.equal(total, 40);
    assert.deepEqual([facets.genre.length, facets.author.length], [30, 30]);
    assert.deepEqual(
      facets.decade.map(({ label, count }) => [label, count]),
      [
        ['1960s', 10],
        ['1970s', 10],
        ['1980s', 10],
        ['1950s', 9],
        ['1990s', 1],
      ],
    );
  });

  test('each value is one that the parameter takes, and leaves as many books as it says', async () => {
    for (const q of ['volcano', 'lantern']) {
      const { facets } = await look(`q=${q}`);
      for (const [name, values] of Object.entries(facets) as [keyof Facets, Facets['genre']][])
        for (const { value, count } of values.slice(0, 3))
          assert.equal((await look(`q=${q}&${name}=${value}`)).total, count, `${q} ${name} ${value}`);
    }
  });

  test('a filter that is set is counted as if it were not', async () => {
    const { total, facets } = await look('q=volcano&decade=1950');
    assert.deepEqual([total, facets.decade.length], [9, 5]);
    assert.deepEqual(
      facets.language.map(({ count }) => count),
      [9],
    );
  });

  test('a slip is forgiven, and said', async () => {
    const { items, corrected } = await look('q=lantren%20quintanila');
    assert.deepEqual([items.map(({ id }) => id), corrected], [[lonely], 'lantern quintanilla']);
    assert.equal((await look('q=zzyzx')).corrected, null);
  });

  test('the pages of a search lead from one to the next, to the last', async () => {
    const nextOf = async (page: number) =>
      (await ask(`/search?q=volcano&limit=15&page=${page}`)).headers.get('link');
    assert.equal(await nextOf(1), '</api/v1/search?q=volcano&limit=15&page=2>; rel="next"');
    assert.equal(await nextOf(2), '</api/v1/search?q=volcano&limit=15&page=3>; rel="next"');
    assert.deepEqual([await nextOf(3), await nextOf(4)], [null, null]);
  });

  test('authors and books are suggested while one types', async () => {
    const { authors, books: titles } = await suggested('q=dolor');
    const [author] = authors;
    assert.deepEqual(authors, [
      {
        id: author?.id,
        name: 'Dolores Quintanilla',
        books: 1,
        href: `/api/v1/authors/${author?.id}`,
        page: `/authors/${author?.id}-dolores-quintanilla`,
      },
    ]);
    assert.deepEqual(titles, [
      {
        id: lonely,
        title: 'Marina Crespo’s Lantern',
        by: 'Dolores Quintanilla',
        language: 'es',
        href: `/api/v1/books/${lonely}`,
        page: `/books/${lonely}-marina-crespo-s-lantern`,
      },
    ]);
    assert.deepEqual(
      (await suggested('q=quintanila')).authors.map(({ name }) => name),
      ['Dolores Quintanilla'],
    );
  });

  test('as many are suggested as were asked for, and none where nothing is like the words', async () => {
    assert.equal((await suggested('q=volc&limit=2')).books.length, 2);
    assert.equal((await suggested('q=writer&limit=1')).authors.length, 1);
    for (const q of ['zzyzx', '%00', '%22*', '-', 'AND%20('])
      assert.deepEqual(await suggested(`q=${q}`), { authors: [], books: [] });
  });

  test('one book and forty cost as many queries', async () => {
    const queries = (address: string) => countQueries(() => ask(address));
    for (const rest of ['', '&sort=author', '&language=en&language=es']) {
      // Of one book more is asked: whether its description has the word too, and what may have been meant.
      const one = await queries(`/search?q=lantern&limit=100${rest}`);
      assert.ok(one > 0);
      assert.ok((await queries(`/search?q=volcano&limit=100${rest}`)) <= one, rest);
    }
    const one = await queries('/suggestions?q=volc&limit=1');
    assert.equal(await queries('/suggestions?q=volc&limit=10'), one);
  });

  test('who looks for words in the list of books is told where to look', async () => {
    const { status, body } = await askJson('/books?q=volcano');
    assert.equal(status, 400);
    assert.deepEqual(body.errors, [
      { parameter: 'q', detail: 'There is no such parameter here: words are looked for at /api/v1/search.' },
    ]);
  });
});

describe('in a library of 2,100 books of one word', () => {
  freshDatabase();
  stoppedClock();
  before(async () => {
    const harvests = Array.from({ length: 2100 }, (_, i) => ({ title: `Harvest ${i}` }));
    await transaction((tx) => insertBooks(tx, harvests));
  });

  test('a search says that there are more than it counted, and its pages end where it ended', async () => {
    const { total, more } = await look('q=harvest&limit=1');
    assert.ok(total > 0 && total <= 2000);
    assert.equal(more, true);
    const last = await ask('/search?q=harvest&limit=100&page=20');
    assert.equal(last.headers.get('link'), null);
  });
});
