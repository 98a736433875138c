import type Sqlite from 'better-sqlite3';
import { type BookOrder, bookOrders, orderTerms } from '#db/book-orders';
import { connections } from '#db/connections';
import { cannotMatch, cannotMatchAny, writeTerms } from '#db/search/cannot-match';
import type { Found, SearchEngine, SearchEntry, WordQuery } from '#db/search/word-query';

/** After so many milliseconds a search shows what it has; looked at every so many rows. */
const timeoutMs = 60;
/** Most of it goes by before the first row: to give up after that would save little. */
const orderedTimeoutMs = 250;
const betweenLooks = 256;

const books = `SELECT book_id, title_key, entry.names, entry.facets FROM search_index
  JOIN search_entries AS entry ON book_id = search_index.rowid WHERE search_index MATCH ? LIMIT ?`;
/** Reads along the order's index until there are enough; a plus keeps SQLite from sorting all that hold the words. */
const booksInOrder = (order: BookOrder) => `SELECT book_id, entry.title_key, entry.names, entry.facets
  FROM books INDEXED BY ${bookOrders[order].index} CROSS JOIN search_entries AS entry ON book_id = books.id
  WHERE +books.id IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)
  ORDER BY ${orderTerms(order)} LIMIT ?`;
const authors = 'SELECT rowid FROM search_authors WHERE search_authors MATCH ? LIMIT ?';

const prepared = new WeakMap<Sqlite.Database, Map<string, Sqlite.Statement>>();

function statement(text: string): Sqlite.Statement {
  const open = connections();
  if (open.kind !== 'sqlite') throw new Error('This is the search of SQLite.');
  const known = prepared.get(open.reader) ?? new Map<string, Sqlite.Statement>();
  prepared.set(open.reader, known);
  const ready = known.get(text) ?? open.reader.prepare(text).raw();
  known.set(text, ready);
  return ready;
}

/** Words are letters and digits only, so that none is an operator once it is quoted. */
const term = (word: string, unfinished: boolean) => (unfinished ? `"${word}" *` : `"${word}"`);

const columns = {
  title: '{title}',
  anywhere: '{title names other}',
  descriptions: '{title names other about}',
};

function expression(query: WordQuery): string {
  const terms = writeTerms(query, term, [' AND ', ' OR ']);
  const groups = query.facets.map((any) => `{facets} : (${any.map((facet) => `"${facet}"`).join(' OR ')})`);
  const words = terms.length > 0 ? [`${columns[query.in]} : (${terms.join(' AND ')})`] : [];
  return [...words, ...groups].join(' AND ');
}

async function booksWith(query: WordQuery): Promise<Found> {
  if (cannotMatch(query)) return { entries: [], complete: true };
  const now = performance.now();
  const end = Math.min(now + (query.first ? orderedTimeoutMs : timeoutMs), query.until ?? Infinity);
  if (now > end) return { entries: [], complete: false };
  const entries: SearchEntry[] = [];
  const rows = statement(query.first ? booksInOrder(query.first) : books).iterate(
    expression(query),
    query.limit + 1,
  ) as Iterable<[number, string, string, string]>;
  for (const [id, titleKey, names, facets] of rows) {
    if (entries.length === query.limit) return { entries, complete: false };
    if (entries.length % betweenLooks === betweenLooks - 1 && performance.now() > end)
      return { entries, complete: false };
    entries.push({ id, titleKey, names, facets });
  }
  return { entries, complete: true };
}

async function authorsWith(words: readonly string[], limit: number): Promise<number[]> {
  if (cannotMatchAny(words)) return [];
  const terms = words.map((word, place) => term(word, place === words.length - 1));
  const rows = statement(authors).all(terms.join(' AND '), limit) as [number][];
  return rows.map(([id]) => id);
}

/** Everything is written on another connection than this one, which has the number of what it sees. */
async function snapshot(): Promise<string> {
  return String(statement('PRAGMA data_version').get());
}

/** In the order of the triggers in db/sql/sqlite/search.sql, which do the same for one book. */
const rebuild = [
  "INSERT INTO search_index (search_index) VALUES ('delete-all')",
  "INSERT INTO search_authors (search_authors) VALUES ('delete-all')",
  'DELETE FROM search_titles',
  'DELETE FROM search_entries',
  'DELETE FROM search_words',
  `INSERT INTO search_entries (book_id, title_key, names, facets, available)
    SELECT book_id, title_key, names, facets, available FROM search_source ORDER BY book_id`,
  `INSERT INTO search_index (rowid, title, names, other, about, facets)
    SELECT book_id, title, entry.names, other, about, entry.facets
    FROM search_entries AS entry JOIN search_source USING (book_id) ORDER BY book_id`,
  `INSERT INTO search_titles (key, book_id)
    SELECT DISTINCT forms.value, books.id FROM books, json_each(books.title_keys) AS forms ORDER BY 1, 2`,
  `INSERT INTO search_words (word)
    SELECT DISTINCT value FROM search_texts, json_each('["' || replace(words, ' ', '","') || '"]')
    WHERE length(value) > 2 AND value NOT GLOB '*[0-9]*' ORDER BY 1`,
  'INSERT INTO search_authors (rowid, words) SELECT id, words FROM authors',
  "INSERT INTO search_index (search_index) VALUES ('optimize')",
];

export const sqliteSearch: SearchEngine = { booksWith, authorsWith, snapshot, rebuild };
