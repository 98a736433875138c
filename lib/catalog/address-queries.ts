import { eq, or, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { prepared } from '#db/prepared';
import { authors, books, copies, genres, languages, mergedAuthors } from '#db/schema/catalog';
import {
  authorPath,
  bookPath,
  copyId,
  copyPath,
  genrePath,
  languageCode,
  languagePath,
  recordId,
} from '#lib/catalog/address';

const id = sql.placeholder('id');

const bookRow = prepared('book_address', () =>
  db.select({ id: books.id, title: books.title }).from(books).where(eq(books.id, id)),
);

/** The author of this id or the one that it was merged into. */
const authorRow = prepared('author_address', () => {
  const living = db
    .select({ id: mergedAuthors.authorId })
    .from(mergedAuthors)
    .where(eq(mergedAuthors.id, id));
  return db
    .select({ id: authors.id, name: authors.name })
    .from(authors)
    .where(or(eq(authors.id, id), eq(authors.id, living)));
});

const genreRow = prepared('genre_address', () =>
  db.select({ id: genres.id, name: genres.name }).from(genres).where(eq(genres.id, id)),
);

const languageRow = prepared('language_address', () =>
  db.select({ code: languages.code }).from(languages).where(eq(languages.code, id)),
);

const copyRow = prepared('copy_address', () =>
  db.select({ publicId: copies.publicId }).from(copies).where(eq(copies.publicId, id)),
);

type Finder = (segment: string) => Promise<string | undefined>;

/** How the record that the last part of an address means is found, and where it stands. */
const finder =
  <Id, Row>(
    parse: (segment: string) => Id | undefined,
    rows: (values: { id: Id }) => Promise<Row[]>,
    path: (row: Row) => string,
  ): Finder =>
  async (segment) => {
    const parsed = parse(segment);
    if (parsed === undefined) return undefined;
    const [row] = await rows({ id: parsed });
    return row && path(row);
  };

const finders = new Map<string, Finder>([
  ['books', finder(recordId, bookRow, bookPath)],
  ['authors', finder(recordId, authorRow, authorPath)],
  ['genres', finder(recordId, genreRow, genrePath)],
  ['languages', finder(languageCode, languageRow, ({ code }) => languagePath(code))],
  ['copies', finder(copyId, copyRow, copyPath)],
]);

export const recordKinds: ReadonlySet<string> = new Set(finders.keys());

/** Where the record stands that `/<kind>/<segment>` means, now; undefined where it means none. */
export const addressOf = async (kind: string, segment: string): Promise<string | undefined> =>
  finders.get(kind)?.(segment);
