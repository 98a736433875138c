import { parseIsbn } from '#db/isbn';
import { allLines, line, lines, optional } from '#db/rows/text';
import type { books } from '#db/schema/catalog';
import { bookWords } from '#db/search/words';
import { sortKey } from '#db/sort-key';

/** What is said of a book. The rest of its row is made of this. */
export type BookRecord = Omit<typeof books.$inferInsert, 'id' | 'otherTitles' | Made> & {
  otherTitles?: string[];
};
type Made = 'sortKey' | 'authorKey' | 'titleKey' | 'titleKeys' | 'titleWords' | 'otherWords';

/** The row of a book: its texts as they are kept, what it is sorted by and the words it is found by. */
export function bookRowOf(book: BookRecord) {
  const texts = {
    title: line(book.title),
    subtitle: optional(book.subtitle),
    otherTitles: allLines(book.otherTitles),
    summary: optional(book.summary, lines),
    isbn: isbnOf(book.isbn),
    publisher: optional(book.publisher),
    edition: optional(book.edition),
    extent: optional(book.extent),
    series: optional(book.series),
    seriesNumber: optional(book.seriesNumber),
    notes: optional(book.notes, lines),
  };
  const { year = null, format = 'book', addedAt } = book;
  const language = languageOf(book.language);
  return {
    ...texts,
    year,
    format,
    language,
    addedAt,
    sortKey: sortKey(texts.title, language),
    ...bookWords({ ...texts, language, year, format }),
  };
}

/** One that is wrong stays as it is: whether it may be kept, the database decides. */
function isbnOf(text: string | null | undefined): string | null {
  const isbn = optional(text);
  return isbn && (parseIsbn(isbn) ?? isbn);
}

/** One code for one language: `fre` is `fr`, `iw` is `he`. What is no code stays as it is. */
function languageOf(code: string | null | undefined): string | null {
  try {
    return code ? (Intl.getCanonicalLocales(code)[0] ?? code) : null;
  } catch {
    return code ?? null;
  }
}
