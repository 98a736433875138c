import { connections } from '#db/connections';
import { isOutOfTime } from '#db/errors';
import type { Found, SearchEngine, WordQuery } from '#db/search/engine';
import { areFruitless, isFruitless } from '#db/search/fruitless';

/** Spelled as in the index in db/migrations/postgresql/0005_search.sql, or it would not be used. */
const vectors = {
  title: 'search_vector(title)',
  anywhere: "search_vector(title || ' ' || names || ' ' || other)",
  facets: 'search_vector(facets)',
};

const books = 'SELECT book_id, title_key, names, facets FROM search_entries WHERE';
const authors = 'SELECT id FROM authors WHERE search_vector(words) @@ $1::tsquery LIMIT $2';

/**
 * Rows of values. The statements have no name: planned for the words at hand, a rare one is looked up and books with
 * one that stands everywhere are read until there are enough.
 */
async function ask<Row>(text: string, values: unknown[]): Promise<Row[]> {
  const open = connections();
  if (open.kind === 'sqlite') throw new Error('This is the search of PostgreSQL.');
  if (open.kind === 'server')
    return (await open.searches.query({ text, values, rowMode: 'array' })).rows as Row[];
  return (await open.lite.query<Row>(text, values, { rowMode: 'array' })).rows;
}

/** Quoted, no letter of a word is an operator. */
const lexeme = (word: string, unfinished: boolean) =>
  `'${word.replaceAll(/['\\]/g, '$&$&')}'${unfinished ? ':*' : ''}`;

const wordTerms = ({ words, unfinished }: Pick<WordQuery, 'words' | 'unfinished'>) => [
  ...new Set(
    words.map((word, place) =>
      lexeme(word, unfinished === 'all' || (unfinished === 'last' && place === words.length - 1)),
    ),
  ),
];

const facetTerms = (facets: WordQuery['facets']) =>
  facets.map((any) => `(${any.map((facet) => lexeme(facet, false)).join(' | ')})`);

function statement(query: WordQuery): [text: string, values: unknown[]] {
  const asked = [
    { vector: vectors[query.in], terms: wordTerms(query) },
    { vector: vectors.facets, terms: facetTerms(query.facets) },
  ].filter(({ terms }) => terms.length > 0);
  const conditions = asked.map(({ vector }, place) => `${vector} @@ $${place + 2}::tsquery`);
  const values = asked.map(({ terms }) => terms.join(' & '));
  const order = query.first === 'newest' ? 'ORDER BY book_id DESC ' : '';
  return [`${books} ${conditions.join(' AND ')} ${order}LIMIT $1`, [query.limit + 1, ...values]];
}

async function booksWith(query: WordQuery): Promise<Found> {
  if (isFruitless(query)) return { entries: [], complete: true };
  try {
    const rows = await ask<[number, string, string, string]>(...statement(query));
    const found = rows.slice(0, query.limit);
    const entries = found.map(([id, titleKey, names, facets]) => ({ id, titleKey, names, facets }));
    return { entries, complete: rows.length <= query.limit };
  } catch (error) {
    if (!isOutOfTime(error)) throw error;
    return { entries: [], complete: false };
  }
}

async function authorsWith(words: readonly string[], limit: number): Promise<number[]> {
  if (areFruitless(words)) return [];
  try {
    const rows = await ask<[number]>(authors, [wordTerms({ words, unfinished: 'last' }).join(' & '), limit]);
    return rows.map(([id]) => id);
  } catch (error) {
    if (!isOutOfTime(error)) throw error;
    return [];
  }
}

/** Which transactions a query sees: the last one, and those before it that are not done. */
async function snapshot(): Promise<string> {
  const [row] = await ask<[string]>('SELECT pg_current_snapshot()::text', []);
  return row?.[0] ?? '';
}

/**
 * Writers wait for the end, for the index would lack what they do in the meantime; readers have the old entries until
 * the new table, with its indexes made in one go, takes their place.
 */
const rebuild = [
  `LOCK TABLE books, authors, contributors, genres, book_genres, copies, loans, holds IN SHARE ROW EXCLUSIVE MODE`,
  'CREATE TABLE search_entries_anew (LIKE search_entries INCLUDING DEFAULTS)',
  `INSERT INTO search_entries_anew (book_id, title_key, names, facets, available, title, other)
    SELECT book_id, title_key, names, facets, available, title, other FROM search_source ORDER BY book_id`,
  'ALTER TABLE search_entries_anew ADD CONSTRAINT search_entries_anew_pkey PRIMARY KEY (book_id)',
  `CREATE INDEX search_entries_anew_words ON search_entries_anew
    USING gin (${Object.values(vectors).join(', ')}) WITH (fastupdate = off)`,
  'ANALYZE search_entries_anew',
  'DELETE FROM search_titles',
  `INSERT INTO search_titles (key, book_id) SELECT DISTINCT key, id
    FROM books, jsonb_array_elements_text(title_keys) AS forms (key) ORDER BY 1, 2`,
  'DELETE FROM search_words',
  `INSERT INTO search_words (word) SELECT DISTINCT word COLLATE "C"
    FROM search_texts, unnest(string_to_array(words, ' ')) AS word
    WHERE length(word) > 2 AND word !~ '[0-9]' ORDER BY 1`,
  'ANALYZE authors, search_titles, search_words',
  'DROP TABLE search_entries',
  'ALTER TABLE search_entries_anew RENAME TO search_entries',
  'ALTER INDEX search_entries_anew_pkey RENAME TO search_entries_pkey',
  'ALTER INDEX search_entries_anew_words RENAME TO search_entries_words',
];

export const postgresqlSearch: SearchEngine = { booksWith, authorsWith, snapshot, rebuild };
