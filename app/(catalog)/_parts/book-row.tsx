import { bookPath } from '#lib/catalog/address';
import { titlesInLatin } from '#lib/catalog/authors/name-forms';
import type { BookInList } from '#lib/catalog/books/book-list-queries';
import { formatYear } from '#lib/catalog/partial-date';
import { coverPath } from '#lib/covers/cover-address';
import type { I18n } from '#lib/i18n/get-i18n';
import { subjectName } from '#lib/i18n/known-names';
import type { Translate } from '#lib/i18n/translator';
import type { Reason } from '#lib/search/reasons';
import { html, type SafeHtml, tagName } from '../../_ui/raw-html/html';
import { availabilityHtml } from './availability';
import { creditsHtml } from './credits';
import { rowId } from './row-id';
import { reasonHtml } from './row-reason';

export type RowStyle = {
  heading?: 'h2' | 'h3';
  /** The results a book stands among, as its address says them. */
  from?: string;
};

type Options = RowStyle & { today: string };

/** A book in a list: cover, titles, who made it, year, whether and where one gets it, and what can be done with it. */
export function bookRow(
  book: BookInList & { reason?: Reason },
  i18n: I18n,
  { heading = 'h2', from = '', today }: Options,
  action: SafeHtml | null,
): SafeHtml {
  const { locale } = i18n;
  const available = availabilityHtml({ availability: book.availability, today, i18n });
  const lang = book.language ?? '';
  const level = tagName(heading);
  const inLatin = titlesInLatin(book).join(' · ');
  return html`<li class="book-row" id="${rowId(book)}"><img class="cover" src="${coverPath(book)}" alt="" loading="lazy" width="72" height="108">
<div><${level} lang="${lang}" dir="auto"><a href="${bookPath(book) + from}"${nofollow(from)}>${book.title}</a></${level}>
${book.subtitle ? html`<p lang="${lang}">${book.subtitle}</p>` : null}${inLatin ? html`<p>${inLatin}</p>` : null}
<p>${creditsHtml(book.by, i18n)}${book.year === null ? '' : ` · ${formatYear(locale, book.year)}`}</p>${reasonHtml(book.reason, i18n.t)}
${kindOf(book, i18n.t)}<p><span>${available}</span>${action}</p></div></li>`;
}

/** What kind of book it is, where there is room for it: one chooses by more than a title. */
const kindOf = ({ genreNames, format }: BookInList, t: Translate): SafeHtml | null => {
  const kinds = [
    ...(format === 'book' ? [] : [t(`search.formats.${format}`)]),
    ...(genreNames ?? []).map((name) => subjectName(t, name)),
  ];
  return kinds.length > 0 ? html`<p class="kinds">${kinds.join(' · ')}</p>` : null;
};

const nofollow = (from: string) => (from ? html` rel="nofollow"` : null);
