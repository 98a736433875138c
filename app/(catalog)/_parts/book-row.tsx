import { authorPath, bookPath } from '#lib/catalog/address';
import { titlesInLatin } from '#lib/catalog/authors/name-forms';
import type { BookInList } from '#lib/catalog/books/book-list-queries';
import type { Contributor } from '#lib/catalog/books/contributor-queries';
import { formatYear } from '#lib/catalog/partial-date';
import { coverPath } from '#lib/covers/cover-address';
import type { I18n } from '#lib/i18n/get-i18n';
import { subjectName } from '#lib/i18n/known-names';
import type { Translate } from '#lib/i18n/translator';
import { html, type SafeHtml, tagName } from '../../_ui/raw-html/html';
import { availabilityText } from './availability-text';
import { few } from './few';
import { rowId } from './row-id';

export type RowStyle = {
  heading?: 'h2' | 'h3';
  /** The results a book stands among, as its address says them. */
  from?: string;
};

type Options = RowStyle & { today: string };

/** A book in a list: cover, titles, who made it, year, how many copies are in, and what can be done with it. */
export function bookRow(
  book: BookInList,
  i18n: I18n,
  { heading = 'h2', from = '', today }: Options,
  action: SafeHtml | null,
): SafeHtml {
  const { t, locale } = i18n;
  const { className, text } = availabilityText(book.availability, today, i18n);
  const lang = book.language ?? '';
  const level = tagName(heading);
  const inLatin = titlesInLatin(book).join(' · ');
  return html`<li class="book-row" id="${rowId(book)}"><img class="cover" src="${coverPath(book)}" alt="" loading="lazy" width="72" height="108">
<div><${level} lang="${lang}" dir="auto"><a href="${bookPath(book) + from}"${nofollow(from)}>${book.title}</a></${level}>
${book.subtitle ? html`<p lang="${lang}">${book.subtitle}</p>` : null}${inLatin ? html`<p>${inLatin}</p>` : null}
<p>${credits(book.by, t)}${book.year === null ? '' : ` · ${formatYear(locale, book.year)}`}</p>
${kindOf(book, t)}<p class="${className}"><span>${text}</span>${action}</p></div></li>`;
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

/** Who had a part in a book, in order, each with a link and, if not an author, the role; of a crowd the first few. */
function credits(by: Contributor[], t: Translate): SafeHtml[] {
  const named = few(by);
  const people = named.map((person, place) => {
    const role = person.role === 'author' ? '' : ` ${t(`books.${person.role}`)}`;
    return html`${place > 0 ? ', ' : ''}<a href="${authorPath(person)}">${person.name}</a>${role}`;
  });
  const others = by.length - named.length;
  return others > 0 ? [...people, html` ${t('books.andOthers', { count: others })}`] : people;
}
