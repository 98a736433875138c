import { eq, inArray } from 'drizzle-orm';
import { db } from '#db/client';
import { authors, bookGenres, books, contributors, copies, genres } from '#db/schema/catalog';
import { formatNames } from '#db/search/synonyms';
import { indexWords, type Term } from '#db/search/terms';
import { authorWords, copyWords, genreWords } from '#db/search/words';
import { otherNameForms, titlesInLatin } from '#lib/catalog/authors/name-forms';
import type { Format } from '#lib/catalog/books/book';
import type { BookInList } from '#lib/catalog/books/book-list-queries';
import { type Passage, passageWith } from '#lib/search/passage';
import { holds } from '#lib/search/rank-names';
import { smallWords } from '#lib/search/small-words';

/** Why a book was found, where nothing that its row shows has what was typed. */
export type Reason =
  | { kind: 'otherTitle' | 'otherName' | 'series' | 'genre' | 'publisher' | 'shelfMark'; text: string }
  | { kind: 'format'; format: Format }
  | { kind: 'description'; passage: Passage }
  /** It was not: it has only the other words. */
  | { kind: 'missing'; text: string };

export type FoundBook = BookInList & { reason?: Reason };

const padded = (...texts: (string | null)[]) => ` ${indexWords(...texts)} `;

/** The terms that a reader does not see in the row of a book. */
const unseenIn = (book: BookInList, terms: readonly Term[]): Term[] => {
  const telling = terms.filter(({ forms }) => !smallWords.has(forms[0]?.join(' ') ?? ''));
  const shown = padded(
    book.title,
    book.subtitle,
    ...titlesInLatin(book),
    ...book.by.map(({ name }) => name),
    book.year === null ? null : String(book.year),
  );
  return telling.filter((term) => !holds(shown, term) && !begins(shown, term));
};

/** The last word may be the beginning of one. */
const begins = (text: string, { forms }: Term) => forms.some((form) => text.includes(` ${form.join(' ')}`));

/** The books of a page with the reason for each whose row would be a riddle. */
export async function withReasons(found: BookInList[], terms: readonly Term[]): Promise<FoundBook[]> {
  if (terms.length === 0) return found;
  const unseen = new Map(found.map((book) => [book.id, unseenIn(book, terms)]));
  const riddles = found.filter(({ id }) => unseen.get(id)?.length);
  if (riddles.length === 0) return found;
  const hidden = await hiddenTexts(riddles.map(({ id }) => id));
  return found.map((book) => {
    const [missing = [], texts] = [unseen.get(book.id), hidden.get(book.id)];
    const reason = missing.length > 0 && texts ? reasonOf(texts, missing) : undefined;
    return reason ? { ...book, reason } : book;
  });
}

type Hidden = {
  texts: [kind: Exclude<Reason['kind'], 'description' | 'missing' | 'format'>, text: string, words: string][];
  summary: string | null;
  format: Format;
};

function reasonOf({ texts, summary, format }: Hidden, missing: Term[]): Reason | undefined {
  const first = (has: typeof holds) =>
    texts.find(([, , words]) => missing.some((term) => has(` ${words} `, term)));
  const whole = first(holds);
  if (whole) return { kind: whole[0], text: whole[1] };
  const called = formatNames[format];
  if (called && missing.some((term) => holds(padded(called), term))) return { kind: 'format', format };
  const passage = summary === null ? undefined : passageWith(summary, missing);
  if (passage) return { kind: 'description', passage };
  const begun = first(begins);
  if (begun) return { kind: begun[0], text: begun[1] };
  return { kind: 'missing', text: missing.map(({ forms }) => forms[0]?.join(' ')).join(' ') };
}

async function hiddenTexts(ids: number[]): Promise<Map<number, Hidden>> {
  const rows = await db.select().from(books).where(inArray(books.id, ids));
  const [people, subjects, marks] = [await namesOf(ids), await genresOf(ids), await marksOf(ids)];
  return new Map(
    rows.map((book) => {
      const plain = (kind: 'otherTitle' | 'series' | 'publisher', text: string | null) =>
        text === null ? [] : [[kind, text, indexWords(text)] as Hidden['texts'][number]];
      const series = [book.series, book.seriesNumber].filter(Boolean).join(' ');
      const texts = [
        ...book.otherTitles.flatMap((title) => plain('otherTitle', title)),
        ...plain('series', series || null),
        ...(people.get(book.id) ?? []).flatMap((person) =>
          otherNameForms(person).map((name): Hidden['texts'][number] => [
            'otherName',
            name,
            authorWords({ name }).words,
          ]),
        ),
        ...(subjects.get(book.id) ?? []).map(({ name }): Hidden['texts'][number] => [
          'genre',
          name,
          genreWords({ name }).words,
        ]),
        ...plain('publisher', book.publisher),
        ...(marks.get(book.id) ?? []).map((copy): Hidden['texts'][number] => [
          'shelfMark',
          copy.shelfMark ?? copy.barcode,
          copyWords(copy).words,
        ]),
      ];
      return [book.id, { texts, summary: book.summary, format: book.format }];
    }),
  );
}

const byBook = <Row extends { bookId: number }>(rows: Row[]) => Map.groupBy(rows, ({ bookId }) => bookId);

const namesOf = async (ids: number[]) =>
  byBook(
    await db
      .select({
        bookId: contributors.bookId,
        name: authors.name,
        sortName: authors.sortName,
        variants: authors.variants,
      })
      .from(contributors)
      .innerJoin(authors, eq(authors.id, contributors.authorId))
      .where(inArray(contributors.bookId, ids)),
  );

const genresOf = async (ids: number[]) =>
  byBook(
    await db
      .select({ bookId: bookGenres.bookId, name: genres.name })
      .from(bookGenres)
      .innerJoin(genres, eq(genres.id, bookGenres.genreId))
      .where(inArray(bookGenres.bookId, ids)),
  );

const marksOf = async (ids: number[]) =>
  byBook(
    await db
      .select({ bookId: copies.bookId, barcode: copies.barcode, shelfMark: copies.shelfMark })
      .from(copies)
      .where(inArray(copies.bookId, ids)),
  );
