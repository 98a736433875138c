import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import '#db/testing/alone';
import { db, transaction } from '#db/client';
import { authors, books, copies, mergedAuthors } from '#db/schema/catalog';
import { freshDatabase, testDay, testNow } from '#db/testing/database';
import { queriesOf } from '#db/testing/queries';
import { insertBook } from '#db/testing/records';
import { changeBook } from '#lib/catalog/books/book-commands';
import { booksInOrder } from '#lib/catalog/books/book-list-queries';
import { loadDemonstration } from '#lib/catalog/demonstration/load-demonstration';
import { navigationIn, parseSearchContext, searchContext } from '#lib/search/navigation/result-navigation';
import { countedRelaxedQueries } from '#lib/search/no-results/no-results-queries';
import { noFilters, paramsOf, parseSearch, searchOrders } from '#lib/search/request';
import { filtersBeside, resolveSearch, resultsOf } from '#lib/search/results';
import { search } from '#lib/search/search';
import { suggest } from '#lib/search/suggestions/suggest';
import { stoppedClock } from '#lib/search/test-clock';

describe('search in the demonstration', () => {
  freshDatabase();
  stoppedClock();
  before(async () => {
    await transaction((tx) => loadDemonstration(tx, testNow, testDay));
  });

  const asked = (query: string) => parseSearch(paramsOf(query), { size: 10 });
  const look = (query: string) => search(asked(query));
  const titles = async (ids: number[]) => (await booksInOrder(ids)).map(({ title }) => title);
  const first = async (q: string) =>
    (await titles((await search({ q, filters: noFilters(), sort: 'relevance' })).ids))[0];

  const finds: [what: string, q: string, title: string][] = [
    ['the exact title', 'The Hobbit', 'The Hobbit'],
    ['a part of it', 'Swim Two', 'At Swim-Two-Birds'],
    ['its words in another order', 'soledad años cien', 'Cien años de soledad'],
    ['no accents', 'anos soledad', 'Cien años de soledad'],
    ['capitals and a decomposed accent', 'CIEN AN\u0303OS', 'Cien años de soledad'],
    ['author and title', 'marquez cien', 'Cien años de soledad'],
    ['no hyphen', 'saint exupery', 'Le Petit Prince'],
    ['a slip', 'hobit', 'The Hobbit'],
    ['swapped letters', 'hobibt', 'The Hobbit'],
    ['a space that was forgotten', 'mobydick', 'Moby-Dick'],
    ['an unfinished last word', 'cien años de sol', 'Cien años de soledad'],
    ['an ISBN with hyphens', '978-1-4165-0964-6', 'The Farthest Shore'],
    ['an ISBN-10', '1-4165-0964-X', 'The Farthest Shore'],
    ['no word but the beginnings of all', 'farth shor', 'The Farthest Shore'],
    ['more words than are looked for', `${'the '.repeat(11)}hobbit zzyzx`, 'The Hobbit'],
    ['the original script', '吾輩は猫', '吾輩は猫である'],
    ['one letter of a script without spaces', '猫', '吾輩は猫である'],
    ['another script', 'МЕРТВЫЕ', 'Мёртвые души'],
    ['a romanised title', 'Wagahai neko', '吾輩は猫である'],
    ['a translated title', 'dead souls', 'Мёртвые души'],
    ['words that are on nearly every book', 'a study in', 'A Study in Scarlet'],
  ];
  for (const [what, q, title] of finds)
    test(`${what}: “${q}” finds ${title} first`, async () => assert.equal(await first(q), title));

  test('a single letter is no beginning of a word, where there is an alphabet', async () => {
    assert.deepEqual((await look('q=swim+bird')).ids.length, 1);
    assert.deepEqual((await look('q=swim+bi')).ids.length, 1);
    const [letter, begun] = [await search(asked('q=swim+b')), await search(asked('q=sw+bi'))];
    assert.deepEqual([letter.missingWords, letter.ids.length > 0], [['b'], true]);
    assert.ok(begun.ids.length === 0 || begun.missingWords || begun.correctedQuery);
  });

  test('an ISBN passes the filters too', async () => {
    assert.equal((await look('q=1-4165-0964-X&language=en')).ids.length, 1);
    assert.deepEqual((await look('q=1-4165-0964-X&language=es')).ids, []);
  });

  test('a barcode and a shelf mark find the book that they are on', async () => {
    const [copy] = await db.select().from(copies).limit(1);
    assert.ok(copy?.shelfMark);
    assert.deepEqual((await look(`q=${copy.barcode}`)).ids, [copy.bookId]);
    const onMark = await look(String(new URLSearchParams({ q: copy.shelfMark })));
    assert.ok(onMark.ids.includes(copy.bookId));
  });

  test('what was meant is said, what was found as typed is not', async () => {
    assert.equal((await look('q=garca+marquez')).correctedQuery, 'garcia marquez');
    assert.equal((await look('q=garcia+marquez')).correctedQuery, undefined);
  });

  test('a word that the filters leave out is not taken for a slip', async () => {
    await transaction(async (tx) => {
      await insertBook(tx, { title: 'Dune', language: 'en' });
      await insertBook(tx, { title: 'Lune', language: 'fr' });
    });
    const french = await look('q=dune&language=fr');
    assert.deepEqual([french.ids, french.correctedQuery], [[], undefined]);
    assert.equal((await look('q=dune')).ids.length, 1);
  });

  for (const q of [
    '%',
    '_',
    '"',
    '*',
    'AND (',
    'NOT',
    'NEAR(a b)',
    '😀',
    "'; drop table books; --",
    '\\',
    'title:emma',
  ]) {
    test(`“${q}” is text`, async () => {
      await search({ q, filters: noFilters(), sort: 'relevance' });
      await suggest(q);
    });
  }

  describe('filters', () => {
    test('of a kind are either, of two kinds both, alone or with words', async () => {
      const [spanish, either] = [await look('language=es'), await look('language=es&language=pt')];
      const portuguese = await look('language=pt');
      assert.equal(either.ids.length, spanish.ids.length + portuguese.ids.length);
      const sixties = await look('language=es&decade=1960');
      const years = (await booksInOrder(sixties.ids)).map(({ language, year }) => [
        language,
        Math.floor((year ?? 0) / 10),
      ]);
      assert.ok(years.length > 0 && years.every(([language, decade]) => language === 'es' && decade === 196));
    });

    test('say how many books each of them would leave, whichever of its kind is chosen', async () => {
      for (const query of ['q=the', 'q=the&genre=1', 'genre=1', 'available=shelf']) {
        const { facets, counted } = await look(query);
        assert.equal(counted, 'all');
        for (const { value, count } of facets.language.slice(0, 4))
          assert.equal((await look(`${query}&language=${value}`)).ids.length, count, `${query} ${value}`);
      }
      const chosen = await look('language=es');
      const free = await look('available=shelf');
      const spanish = ({ facets }: typeof chosen) =>
        facets.language.find(({ value }) => value === 'es')?.count;
      assert.equal(spanish(chosen), chosen.ids.length);
      assert.equal((await look('language=es&available=shelf')).ids.length, spanish(free));
      assert.ok(chosen.facets.language.length > 5);
    });

    test('are no longer counted one by one where that takes long, and it is said', async (t) => {
      const query = 'q=a&format=book&language=en&available=shelf';
      const all = await look(query);
      let now = 0;
      t.mock.method(performance, 'now', () => {
        now += 200;
        return now;
      });
      const some = await look(query);
      assert.deepEqual(some.ids, all.ids);
      assert.deepEqual([all.counted, some.counted], ['all', 'some']);
      assert.deepEqual(some.facets.language, [{ value: 'en', count: all.ids.length }]);
    });

    test('that the catalog does not know are left out and counted', async () => {
      const params = paramsOf('q=the&genre=1&genre=999999&author=888888&language=tlh&format=scroll');
      const { request, ignoredFilters } = await resolveSearch(params, { size: 20 });
      assert.deepEqual(
        [request.filters, request.size, ignoredFilters],
        [{ ...noFilters(), genre: [1] }, 20, 4],
      );
    });

    test('by an author who was merged are by the one whom he was merged into', async () => {
      const [author] = await db.select({ id: authors.id }).from(authors).limit(1);
      assert.ok(author);
      await transaction((tx) => tx.insert(mergedAuthors).values({ id: 777_777, authorId: author.id }));
      const { request, ignoredFilters } = await resolveSearch(paramsOf(`author=777777`), { size: 10 });
      assert.deepEqual([request.filters.author, ignoredFilters], [[author.id], 0]);
    });
  });

  describe('orders', () => {
    const sorted = async (sort: string) => {
      const ids = (await look(`q=the&sort=${sort}`)).ids;
      const rows = new Map((await db.select().from(books)).map((book) => [book.id, book]));
      return ids.flatMap((id) => rows.get(id) ?? []);
    };

    test('by title and by year, without a year last', async () => {
      const byTitle = (await sorted('title')).map(({ sortKey }) => sortKey);
      assert.deepEqual(
        byTitle,
        byTitle.toSorted((a, b) => (a < b ? -1 : 1)),
      );
      const byYear = (await sorted('year')).map(({ year }) => year ?? -9999);
      assert.deepEqual(
        byYear,
        byYear.toSorted((a, b) => b - a),
      );
    });

    test('by author, without one last', async () => {
      const byAuthor = (await sorted('author')).map(({ authorKey, sortKey }) => `${authorKey}\0${sortKey}`);
      assert.deepEqual(
        byAuthor,
        byAuthor.toSorted((a, b) => (a < b ? -1 : 1)),
      );
      assert.ok(new Set(byAuthor).size > 20);
    });

    test('by what came last', async () => {
      const added = (await sorted('newest')).map(({ addedAt, id }) => addedAt.getTime() + id / 1e6);
      assert.deepEqual(
        added,
        added.toSorted((a, b) => b - a),
      );
    });

    test('have the same books', async () => {
      const sets = await Promise.all(searchOrders.map(sorted));
      const ids = sets.map((set) => set.map(({ id }) => id).sort((a, b) => a - b));
      for (const each of ids) assert.deepEqual(each, ids[0]);
    });
  });

  test('a search that finds nothing leads on, with counts that are true', async () => {
    const request = asked('q=soledad&language=ka');
    const near = await search(asked('q=zzyzx+soledad&language=es'));
    assert.deepEqual([near.missingWords, near.ids.length > 0], [['zzyzx'], true]);
    assert.equal((await search(request)).ids.length, 0);
    const ways = await countedRelaxedQueries(request);
    assert.ok(ways.length > 0);
    for (const way of ways) assert.equal((await search(way.request)).ids.length, way.count);
  });

  describe('from a book to its neighbours in the results', () => {
    test('forwards and back again, and to the page where it stands', async () => {
      const request = asked('q=the&sort=title&size=20&page=2');
      const { ids } = await search(request);
      const [before, book, after] = ids.slice(19, 22);
      const cameBy = parseSearchContext(new URLSearchParams(searchContext(request)).get('in') ?? '');
      assert.ok(cameBy && book);
      const around = await navigationIn(cameBy, book);
      assert.deepEqual([around.previous?.id, around.next?.id, around.place], [before, after, 21]);
      assert.deepEqual([around.total, around.request.page, around.request.size], [ids.length, 2, 20]);
    });

    test('at the ends, and where the book is none of them', async () => {
      const request = asked('q=emma');
      const { ids } = await search(request);
      const only = await navigationIn(request, ids[0] ?? 0);
      assert.deepEqual([only.previous, only.next, only.place], [undefined, undefined, 1]);
      assert.equal((await navigationIn(request, 999_999)).place, undefined);
    });

    test('nothing that is no search is one', () => {
      for (const query of [undefined, '', 'page=2', '%', 'q=%20', 'sort=title'])
        assert.equal(parseSearchContext(query), undefined);
    });
  });

  test('a page costs the same number of queries whatever it shows', async () => {
    const anew = () => transaction((tx) => insertBook(tx, { title: 'Zzz' }));
    const cost = async (query: string) => {
      await anew();
      return (await queriesOf(() => resultsOf(asked(query)))).length;
    };
    // Of any number of books that have the words where it is not seen, four questions tell where.
    assert.ok((await cost('q=the&size=100')) - (await cost('q=the&size=10')) <= 4);
    // Where few books have the words, descriptions are looked through too, and what may have been meant.
    assert.ok((await cost('q=moby')) < 20);
    assert.equal(await cost('language=ka&sort=title'), await cost('language=en&sort=title&size=100'));
    const filters = async (query: string) => {
      const { found } = await resultsOf(asked(query));
      return (await queriesOf(() => filtersBeside(found, noFilters(), ['author', 'genre']))).length;
    };
    assert.equal(await filters('q=the'), await filters('q=of'));
    const around = async (query: string, book: number) => {
      await anew();
      return (await queriesOf(() => navigationIn(asked(query), book))).length;
    };
    const [many, few] = [await look('q=the'), await look('q=of')];
    assert.equal(await around('q=the', many.ids[1] ?? 0), await around('q=of', few.ids[1] ?? 0));
  });

  describe('suggestions', () => {
    const suggested = async (q: string) =>
      (await suggest(q)).map((each) => (each.kind === 'book' ? each.title : each.name));

    const cases: [q: string, one: string][] = [
      ['cien', 'Cien años de soledad'],
      ['the hob', 'The Hobbit'],
      ['tolk', 'J. R. R. Tolkien'],
      ['garcia mar', 'Gabriel García Márquez'],
      ['hobit', 'The Hobbit'],
      ['吾輩', '吾輩は猫である'],
      ['saint-ex', 'Antoine de Saint-Exupéry'],
    ];
    for (const [q, one] of cases)
      test(`“${q}” may become ${one}`, async () => assert.ok((await suggested(q)).includes(one)));

    test('are few, and none for nothing', async () => {
      assert.ok((await suggest('a')).length <= 9);
      assert.deepEqual(await suggest(''), []);
      assert.deepEqual(await suggest('%%'), []);
    });
  });

  test('a book is found by its new title at once', async () => {
    const [book] = (await look('q=moby')).ids;
    await changeBook(book ?? 0, { title: 'Ismael' });
    assert.deepEqual((await look('q=ismael')).ids, [book]);
  });
});
