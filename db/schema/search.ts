import { columns as c } from '#db/columns';

/**
 * What search reads of a book, in one narrow row: kept by triggers in the transaction that changes the book, its
 * contributors, genres, copies or loans. Beside it stand each engine's own index of words.
 */
export const searchEntries = c.table('search_entries', {
  bookId: c.integer('book_id').primaryKey(),
  titleKey: c.key('title_key').notNull(),
  /** The words of all names of its contributors. */
  names: c.text('names').notNull(),
  /** What it can be filtered by, as words: `l_pt g_12 a_45 d_195 f_book v_1`. */
  facets: c.text('facets').notNull(),
  /** A copy is on the shelf: 1, or 0. */
  available: c.integer('available').notNull(),
});

/** Every form of every title that a person may type whole. */
export const searchTitles = c.table(
  'search_titles',
  {
    key: c.key('key').notNull(),
    bookId: c.integer('book_id').notNull(),
  },
  (t) => [c.primaryKey({ columns: [t.key, t.bookId] }), c.index('search_titles_book').on(t.bookId)],
);

/** Every word that titles and names hold or held: what a slip may have meant. */
export const searchWords = c.table('search_words', {
  word: c.key('word').primaryKey(),
});

/** While it holds a row the index is not kept: who loads a library at once fills the index at once, afterwards. */
export const searchPause = c.table('search_pause', { id: c.integer('id').primaryKey() });
