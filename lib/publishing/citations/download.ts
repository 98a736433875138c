import { slug } from '#lib/catalog/address';
import { bibtex } from '#lib/publishing/citations/bibtex';
import { cslJson } from '#lib/publishing/citations/csl-json';
import { ris } from '#lib/publishing/citations/ris';
import type { PublishedBook } from '#lib/publishing/published-book';

type Kind = { type: string; write: (book: PublishedBook) => string };

const kinds: Record<string, Kind> = {
  bib: { type: 'application/x-bibtex; charset=utf-8', write: bibtex },
  ris: { type: 'application/x-research-info-systems; charset=utf-8', write: ris },
  json: { type: 'application/vnd.citationstyles.csl+json; charset=utf-8', write: cslJson },
};

/** What reference managers take, by the end of the file's name. */
export const downloads = ['bib', 'ris', 'json'] as const;

export const downloadPath = (bookPath: string, ending: string) => `${bookPath}/cite/citation.${ending}`;

/** The kind of file that `citation.bib` asks for; undefined for any other name. */
export function downloadOf(file: string): (Kind & { ending: string }) | undefined {
  const ending = downloads.find((known) => file === `citation.${known}`);
  const kind = ending && kinds[ending];
  return kind && { ...kind, ending };
}

/** A name that every system can store: the title's words, or the number of the book where they are not Latin. */
export function attachmentOf({ id, title }: PublishedBook, ending: string): string {
  const words = slug(title);
  const safe = /^[a-z0-9-]+$/.test(words) ? words : `book-${id}`;
  const exact = words === safe ? '' : `; filename*=UTF-8''${encodeURIComponent(words || safe)}.${ending}`;
  return `attachment; filename="${safe}.${ending}"${exact}`;
}
