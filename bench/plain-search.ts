import Sqlite from 'better-sqlite3';
import type { Described } from '#lib/import/match/same-work';
import type { RealRecord } from '#lib/import/normalise/record';

export type PlainSearch = { search: (q: string) => Described[]; close: () => void };

/**
 * What a catalog has that asks the database's own full text search: all words, else any of them, ordered by `bm25`. And
 * what one has that knows `LIKE` alone.
 */
export function plainSearches(records: readonly RealRecord[]): Record<string, PlainSearch> {
  const database = new Sqlite(':memory:');
  database.exec(`CREATE VIRTUAL TABLE words USING fts5(title, names, tokenize = 'unicode61 remove_diacritics 2');
    CREATE TABLE texts (id INTEGER PRIMARY KEY, title TEXT, names TEXT)`);
  const [intoWords, intoTexts] = ['words (rowid, title, names)', 'texts (id, title, names)'].map((into) =>
    database.prepare(`INSERT INTO ${into} VALUES (?, ?, ?)`),
  );
  const described = records.map(asDescribed);
  database.transaction(() => {
    for (const [id, { title, subtitle, names }] of described.entries())
      for (const insert of [intoWords, intoTexts])
        insert?.run(id, `${title} ${subtitle ?? ''}`, names.join(' '));
  })();
  const matching = database
    .prepare('SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 10')
    .pluck();
  const like = database.prepare('SELECT id FROM texts WHERE title LIKE ? OR names LIKE ? LIMIT 10').pluck();
  const found = (ids: unknown[]) => ids.flatMap((id) => described[Number(id)] ?? []);
  const close = () => database.close();
  return {
    'FTS5, all words or any': {
      search: (q) => {
        const words = (q.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`);
        if (words.length === 0) return [];
        const all = matching.all(words.join(' AND '));
        return found(all.length > 0 ? all : matching.all(words.join(' OR ')));
      },
      close,
    },
    LIKE: { search: (q) => found(like.all(`%${q}%`, `%${q}%`)), close: () => {} },
  };
}

const asDescribed = ({ title, subtitle, otherTitles, contributors }: RealRecord): Described => ({
  title,
  subtitle,
  otherTitles,
  names: contributors.flatMap(({ name, sortName, variants }) => [name, sortName, ...variants]),
});
