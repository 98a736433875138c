import { bookPath } from '#lib/catalog/address';
import type { BookRecord } from '#lib/catalog/books/book-queries';
import { downloadPath } from '#lib/publishing/citations/download';
import { site } from './site';

/** Where reference managers find a book as they read it. */
export async function citationFilesOf(book: BookRecord): Promise<Record<string, string>> {
  const address = (await site()) + bookPath(book);
  return {
    'application/x-bibtex': downloadPath(address, 'bib'),
    'application/x-research-info-systems': downloadPath(address, 'ris'),
    'application/vnd.citationstyles.csl+json': downloadPath(address, 'json'),
  };
}

type Meta = Record<string, string | number | (string | number)[]>;

/** What a reference manager reads from the page itself: Zotero's button, Google Scholar. */
export function citationMeta({ title, subtitle, by, year, publisher, isbn, language }: BookRecord): Meta {
  const named = (role: string) => by.flatMap((person) => (person.role === role ? person.name : []));
  return known({
    citation_title: subtitle ? `${title}: ${subtitle}` : title,
    citation_author: named('author'),
    citation_editor: named('editor'),
    citation_publication_date: year !== null && year > 0 ? String(year) : null,
    citation_publisher: publisher,
    citation_isbn: isbn,
    citation_language: language,
  });
}

const known = (meta: Record<string, string | string[] | null>): Meta =>
  Object.fromEntries(
    Object.entries(meta).flatMap(([name, value]) =>
      value === null || value.length === 0 ? [] : [[name, value]],
    ),
  );
