import type { Pool } from 'pg';
import { type BookOrder, orderTerms } from '#db/book-orders';
import { connections } from '#db/connections';
import { isOutOfTime } from '#db/errors';
import { cannotMatch, cannotMatchAny, writeTerms } from '#db/search/cannot-match';
import type { Found, SearchEngine, WordQuery } from '#db/search/word-query';

/** Spelled as in the index in db/migrations/postgresql/0014_search_descriptions.sql, or it would not be used. */
const vectors = {
  title: 'search_vector(title)',
  anywhere: "search_vector(title || ' ' || names || ' ' || other)",
  about: 'search_vector(about)',
  facets: 'search_vector(facets)',
};

const entries = 'SELECT book_id, title_key, names, facets FROM search_entries';
const authors = 'SELECT id FROM authors WHERE search_vector(words) @@ $1::tsquery LIMIT $2';

type Question = { text: string; values: unknown[]; until?: number | undefined };

/**
 * Rows of values, or undefined where time is up. The statements have no name: planned for the words at hand, a rare one
 * is looked up and books with one that stands everywhere are read until there are enough.
 */
async function ask<Row>({ text, values, until = Infinity }: Question): Promise<Row[] | undefined> {
  const open = connections();
  if (open.kind === 'sqlite') throw new Error('This is the search of PostgreSQL.');
  if (open.kind === 'server') return askServer(open.pools.searches, { text, values, until });
  if (performance.now() > until) return undefined;
  return (await open.lite.query<Row>(text, values, { rowMode: 'array' })).rows;
}

/** Of many questions at once most wait for a connection, and their time may be up when they get one. */
async function askServer<Row>(pool: Pool, { text, values, until = Infinity }: Question) {
  const client = await pool.connect();
  let broken = true;
  try {
    const rows =
      performance.now() > until ? undefined : (await client.query({ text, values, rowMode: 'array' })).rows;
    broken = false;
    return rows as Row[] | undefined;
  } catch (error) {
    broken = !isOutOfTime(error);
    if (broken) throw error;
    return undefined;
  } finally {
    client.release(broken);
  }
}

/** Quoted, no letter of a word is an operator. */
const lexeme = (word: string, unfinished: boolean) =>
  `'${word.replaceAll(/['\\]/g, '$&$&')}'${unfinished ? ':*' : ''}`;

const facetTerms = (facets: WordQuery['facets']) =>
  facets.map((any) => `(${any.map((facet) => lexeme(facet, false)).join(' | ')})`);

/** Of a description or of anything else, each word where it stands. */
const inEither = (place: number) =>
  `(${vectors.anywhere} @@ $${place}::tsquery OR ${vectors.about} @@ $${place}::tsquery)`;

function statement(query: WordQuery): Question {
  const terms = [...new Set(writeTerms(query, lexeme, [' & ', ' | ']))];
  const facets = facetTerms(query.facets);
  const values: unknown[] = [query.limit + 1];
  const conditions: string[] = [];
  const holds = (vector: string, asked: string[]) =>
    asked.length > 0 && conditions.push(`${vector} @@ $${values.push(asked.join(' & '))}::tsquery`);
  if (query.in === 'descriptions') for (const term of terms) conditions.push(inEither(values.push(term)));
  else holds(vectors[query.in], terms);
  holds(vectors.facets, facets);
  const found = `${entries} WHERE ${conditions.join(' AND ')}`;
  const text = query.first ? inOrder(found, query.first) : found;
  return { text: `${text} LIMIT $1`, values, until: query.until };
}

/** The planner reads along the order's index where the words are common, else it sorts what holds them. */
const inOrder = (found: string, order: BookOrder) =>
  `SELECT found.* FROM (${found}) AS found JOIN books ON books.id = book_id ORDER BY ${orderTerms(order)}`;

async function booksWith(query: WordQuery): Promise<Found> {
  if (cannotMatch(query)) return { entries: [], complete: true };
  const rows = await ask<[number, string, string, string]>(statement(query));
  if (!rows) return { entries: [], complete: false };
  const found = rows.slice(0, query.limit);
  return {
    entries: found.map(([id, titleKey, names, facets]) => ({ id, titleKey, names, facets })),
    complete: rows.length <= query.limit,
  };
}

async function authorsWith(words: readonly string[], limit: number): Promise<number[]> {
  if (cannotMatchAny(words)) return [];
  const terms = words.map((word, place) => lexeme(word, place === words.length - 1)).join(' & ');
  const rows = await ask<[number]>({ text: authors, values: [terms, limit] });
  return rows?.map(([id]) => id) ?? [];
}

/** Which transactions a query sees: the last one, and those before it that are not done. */
async function snapshot(): Promise<string> {
  const rows = await ask<[string]>({ text: 'SELECT pg_current_snapshot()::text', values: [] });
  if (!rows?.[0]) throw new Error('The database did not say in time what it holds.');
  return rows[0][0];
}

/**
 * Writers wait for the end, for the index would lack what they do in the meantime; readers have the old entries until
 * the new table, with its indexes made in one go, takes their place.
 */
const rebuild = [
  `LOCK TABLE books, authors, contributors, genres, book_genres, copies, loans, holds IN SHARE ROW EXCLUSIVE MODE`,
  'CREATE TABLE search_entries_anew (LIKE search_entries INCLUDING DEFAULTS)',
  `INSERT INTO search_entries_anew (book_id, title_key, names, facets, available, title, other, about)
    SELECT book_id, title_key, names, facets, available, title, other, about FROM search_source ORDER BY book_id`,
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
