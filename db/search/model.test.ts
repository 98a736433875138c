import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transaction } from '#db/client';
import { searchEngine, type WordQuery } from '#db/search/engine';
import { nameWords } from '#db/search/names';
import { formatNames } from '#db/search/synonyms';
import { indexWords, typedWords } from '#db/search/terms';
import { catalog } from '#db/testing/catalog';
import { emptyTables, freshDatabase } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import { plainTerms } from '#db/testing/terms';

freshDatabase();

const vocabulary = ['a', 'ab', 'abc', 'abd', 'b', 'ba', 'f', 'v', '1', '19', '源氏', 'и', 'им'];
const anyWord = fc.constantFrom(...vocabulary);
const someWords = (most: number) => fc.array(anyWord, { maxLength: most }).map((words) => words.join(' '));

const anyBook = fc.record({
  title: fc.tuple(anyWord, someWords(3)).map((words) => words.join(' ')),
  series: someWords(3),
  author: someWords(2),
  year: fc.constantFrom(19, 195, -19, null),
  format: fc.constantFrom('book', 'film' as const),
});
type Book = { title: string; series: string; author: string; year: number | null; format: 'book' | 'film' };

type Query = Omit<WordQuery, 'limit'>;

const anyQuery: fc.Arbitrary<Query> = fc.record({
  terms: fc.array(anyWord, { maxLength: 3 }).map(plainTerms),
  unfinished: fc.constantFrom('none', 'last', 'all'),
  in: fc.constantFrom('title', 'anywhere'),
  facets: fc.array(
    fc.array(fc.constantFrom('f_book', 'f_film', 'd_1', 'd_19', 'd_n2', 'v_1', 'a'), { maxLength: 2 }),
    { maxLength: 2 },
  ),
});

const decade = ({ year }: Book) => ({ 19: 'd_1', 195: 'd_19', '-19': 'd_n2' })[String(year)];

/** As anybody would look through the shelves. */
function matches(book: Book, { terms, unfinished, in: where, facets }: Query): boolean {
  const words = typedWords(terms);
  const text =
    where === 'title'
      ? book.title
      : `${book.title} ${book.series} ${nameWords({ name: book.author })} ${Math.abs(book.year ?? 0) || ''} ${indexWords(formatNames[book.format])}`;
  const known = text.split(' ').filter((word) => word && word !== '|' && word !== ',');
  const has = (word: string, place: number) =>
    unfinished === 'all' || (unfinished === 'last' && place === words.length - 1)
      ? known.some((one) => one.startsWith(word))
      : known.includes(word);
  const is = (facet: string) => facet === `f_${book.format}` || facet === decade(book);
  return words.length + facets.length > 0 && words.every(has) && facets.every((any) => any.some(is));
}

test('the books found are those that a search through all of them finds', async () => {
  const library = fc.array(anyBook, { minLength: 1, maxLength: 8 });
  const queries = fc.array(anyQuery, { minLength: 20, maxLength: 20 });
  const assertFound = async (works: Book[], asked: Query[]) => {
    await emptyTables();
    const ids = await transaction(async (tx) => {
      const added: number[] = [];
      for (const { author, ...book } of works)
        added.push(await catalog(tx, { ...book, by: [{ name: author }] }));
      return added;
    });
    for (const query of asked) {
      const { entries, complete } = await searchEngine.booksWith({ ...query, limit: 8 });
      assert.equal(complete, true);
      const expected = ids.filter((_, place) => works[place] && matches(works[place], query));
      assert.deepEqual(
        entries.map(({ id }) => id).sort((a, b) => a - b),
        expected,
        JSON.stringify(query),
      );
    }
  };
  await fc.assert(fc.asyncProperty(library, queries, assertFound), { numRuns: 25 });
});
