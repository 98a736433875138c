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

/** A record that an address means: where it stands now. `none` where there is none; undefined where no id is meant. */
export type FoundRecord = { id: number | string; path: string } | 'none' | undefined;

type Finder = (segment: string) => Promise<FoundRecord>;

/** How the record that the last part of an address means is found. `isId`: what is written like the id of one. */
const finder =
  <Id extends number | string, Row>(
    isId: RegExp,
    parse: (segment: string) => Id | undefined,
    rows: (values: { id: Id }) => Promise<Row[]>,
    path: (row: Row) => string,
  ): Finder =>
  async (segment) => {
    if (!isId.test(segment)) return undefined;
    const parsed = parse(segment);
    const [row] = parsed === undefined ? [] : await rows({ id: parsed });
    return row && parsed !== undefined ? { id: parsed, path: path(row) } : 'none';
  };

/** The same as in next.config.mjs: what is not written so, and is no page of its own, is not here. */
const numbered = /^\d+(?:-|$)/;

const finders = new Map<string, Finder>([
  ['books', finder(numbered, recordId, bookRow, bookPath)],
  ['authors', finder(numbered, recordId, authorRow, authorPath)],
  ['genres', finder(numbered, recordId, genreRow, genrePath)],
  ['languages', finder(/^[a-z]{2,3}(?:-|$)/i, languageCode, languageRow, ({ code }) => languagePath(code))],
  ['copies', finder(/^[\w-]{16,64}$/, copyId, copyRow, copyPath)],
]);

/** The record that `/<kind>/<segment>` means. */
export const findRecord = async (kind: string, segment: string): Promise<FoundRecord> =>
  finders.get(kind)?.(segment);

/** Where the record stands that `/<kind>/<segment>` means, now; undefined where it means none. */
export async function addressOf(kind: string, segment: string): Promise<string | undefined> {
  const record = await findRecord(kind, segment);
  return record === undefined || record === 'none' ? undefined : record.path;
}
