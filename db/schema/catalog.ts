import { sql } from 'drizzle-orm';
import { columns as c, quoted } from '#db/columns';

/** Who did what for a book, in MARC's sense of a relator. */
export const contributorRoles = ['author', 'editor', 'translator', 'illustrator'] as const;

/** What staff say about a copy. Whether it is on loan is derived from loans and holds, never written here. */
export const conditions = [
  'ok',
  'on_order',
  'in_process',
  'reference_only',
  'in_repair',
  'damaged',
  'missing',
  'lost',
  'withdrawn',
] as const;

/** What a book is, as one holds or plays it. */
export const formats = [
  'book',
  'large_print',
  'comic',
  'ebook',
  'audiobook',
  'periodical',
  'score',
  'map',
  'film',
] as const;

export const languages = c.table('languages', {
  /** ISO 639 code, such as `pt`, or `grc` where there are only three letters. */
  code: c.key('code').primaryKey(),
  /** Kept by triggers, as for genres and authors. */
  bookCount: c.integer('book_count').notNull().default(0),
});

export const genres = c.table(
  'genres',
  {
    id: c.id(),
    name: c.text('name').notNull(),
    /** The name without case and accents: two genres that differ only there are one. */
    sortKey: c.key('sort_key').notNull().unique(),
    /** From `genreWords`: the name as it is searched. */
    words: c.text('words').notNull().default(''),
    bookCount: c.integer('book_count').notNull().default(0),
    bookCountDesc: c.integer('minus_books').generatedAlwaysAs(sql`-book_count`),
  },
  (t) => [c.index('genres_books').on(t.bookCountDesc, t.sortKey, t.id)],
);

export const authors = c.table(
  'authors',
  {
    id: c.id(),
    name: c.text('name').notNull(),
    sortName: c.text('sort_name').notNull(),
    sortKey: c.key('sort_key').notNull(),
    /** Partial dates: `1927`, `1927-03`, `1927-03-06`; `-0427` is 427 BCE. */
    born: c.date('born'),
    died: c.date('died'),
    variants: c.list('variants').notNull(),
    /** From `authorWords`: all forms of the name as they are searched. */
    words: c.text('words').notNull().default(''),
    /** Books that one had a part in, each once however many parts; kept by triggers. */
    bookCount: c.integer('book_count').notNull().default(0),
    /** Most books first and names rising are thus one rising row, as which an index answers for a place in the list. */
    bookCountDesc: c.integer('minus_books').generatedAlwaysAs(sql`-book_count`),
  },
  (t) => [
    c.index('authors_sort').on(t.sortKey, t.id),
    c.index('authors_books').on(t.bookCountDesc, t.sortKey, t.id),
  ],
);

/** Authors that were found to be one: where the address of a record that is gone leads to. */
export const mergedAuthors = c.table(
  'merged_authors',
  {
    id: c.integer('id').primaryKey(),
    authorId: c
      .integer('author_id')
      .notNull()
      .references(() => authors.id, { onDelete: 'cascade' }),
  },
  (t) => [c.index('merged_authors_author').on(t.authorId)],
);

export const books = c.table(
  'books',
  {
    id: c.id(),
    title: c.text('title').notNull(),
    subtitle: c.text('subtitle'),
    sortKey: c.key('sort_key').notNull(),
    /** Romanised and translated titles. */
    otherTitles: c.list('other_titles').notNull(),
    summary: c.text('summary'),
    isbn: c.text('isbn').unique(),
    publisher: c.text('publisher'),
    /** Of publication; negative is BCE. */
    year: c.integer('year'),
    edition: c.text('edition'),
    format: c.oneOf('format', formats).notNull().default('book'),
    extent: c.text('extent'),
    series: c.text('series'),
    seriesNumber: c.text('series_number'),
    language: c
      .key('language')
      .references(() => languages.code, { onDelete: 'restrict', onUpdate: 'cascade' }),
    notes: c.text('notes'),
    addedAt: c.instant('added_at').notNull(),
    /** The sort key of whoever comes first, kept by triggers; what nobody had a part in stands after all others. */
    authorKey: c.key('author_key').notNull().default('\u{10ffff}'),
    /** These five from `bookWords`: the title as one types it, in all its forms, and the words it is found by. */
    titleKey: c.key('title_key').notNull().default(''),
    titleKeys: c.list('title_keys').notNull().default([]),
    titleWords: c.text('title_words').notNull().default(''),
    otherWords: c.text('other_words').notNull().default(''),
    aboutWords: c.text('about_words').notNull().default(''),
  },
  (t) => [
    c.index('books_sort').on(t.sortKey, t.id),
    c.index('books_added').on(t.addedAt, t.id),
    c.index('books_author').on(t.authorKey, t.sortKey, t.id),
    c.index('books_year').on(sql`coalesce(-${t.year}, 2147483647)`, t.sortKey, t.id),
    c.index('books_language').on(t.language, t.sortKey, t.id),
    c.check('books_format', sql`${t.format} in (${quoted(formats)})`),
    c.check('books_isbn_13', sql`${t.isbn} is null or length(${t.isbn}) = 13`),
  ],
);

export const contributors = c.table(
  'contributors',
  {
    bookId: c
      .integer('book_id')
      .notNull()
      .references(() => books.id, { onDelete: 'cascade' }),
    position: c.integer('position').notNull(),
    authorId: c
      .integer('author_id')
      .notNull()
      .references(() => authors.id, { onDelete: 'restrict' }),
    role: c.oneOf('role', contributorRoles).notNull(),
    /** The name as the book prints it, when that is another form. */
    creditedAs: c.text('credited_as'),
    /** From `indexWords`: that form as it is searched. */
    words: c.text('words').notNull().default(''),
  },
  (t) => [
    c.primaryKey({ columns: [t.bookId, t.position] }),
    c.uniqueIndex('contributors_once').on(t.bookId, t.authorId, t.role),
    c.index('contributors_author').on(t.authorId, t.bookId),
    c.check('contributors_role', sql`${t.role} in (${quoted(contributorRoles)})`),
  ],
);

export const bookGenres = c.table(
  'book_genres',
  {
    bookId: c
      .integer('book_id')
      .notNull()
      .references(() => books.id, { onDelete: 'cascade' }),
    genreId: c
      .integer('genre_id')
      .notNull()
      .references(() => genres.id, { onDelete: 'restrict' }),
  },
  (t) => [
    c.primaryKey({ columns: [t.bookId, t.genreId] }),
    c.index('book_genres_genre').on(t.genreId, t.bookId),
  ],
);

export const copies = c.table(
  'copies',
  {
    id: c.id(),
    /** The address of a copy's page: it says nothing about how many there are. */
    publicId: c.text('public_id').notNull().unique(),
    bookId: c
      .integer('book_id')
      .notNull()
      .references(() => books.id, { onDelete: 'restrict' }),
    barcode: c.text('barcode').notNull().unique(),
    imprint: c.text('imprint'),
    shelfMark: c.text('shelf_mark'),
    location: c.text('location'),
    condition: c.oneOf('condition', conditions).notNull(),
    acquiredOn: c.date('acquired_on'),
    note: c.text('note'),
    /** From `copyWords`: barcode and shelf mark as they are searched. */
    words: c.text('words').notNull().default(''),
  },
  (t) => [
    c.index('copies_book').on(t.bookId),
    // What a hold points at: the copy together with its title.
    c.unique('copies_title').on(t.id, t.bookId),
    c.check('copies_condition', sql`${t.condition} in (${quoted(conditions)})`),
  ],
);

/** One row, kept by triggers: the counts cost the same at a hundred titles and at a million. */
export const recordCounts = c.table(
  'record_counts',
  {
    id: c.integer('id').primaryKey(),
    books: c.integer('books').notNull(),
    copies: c.integer('copies').notNull(),
    copiesAvailable: c.integer('copies_available').notNull(),
    authors: c.integer('authors').notNull(),
    genres: c.integer('genres').notNull(),
  },
  (t) => [c.check('record_counts_one_row', sql`${t.id} = 1`)],
);
