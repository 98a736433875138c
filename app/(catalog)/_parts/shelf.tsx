import type { ReactNode } from 'react';
import type { Words } from '#lib/availability/availability-text';
import { bookPath } from '#lib/catalog/address';
import { titlesInLatin } from '#lib/catalog/authors/name-forms';
import type { ShelvedBook } from '#lib/catalog/books/shelved-books';
import { coverPath } from '#lib/covers/cover-address';
import { html, type SafeHtml } from '../../_ui/raw-html/html';
import { htmlRef } from '../../_ui/raw-html/html-ref';
import { RawHtml } from '../../_ui/raw-html/raw-html';
import { stateHtml } from './availability';

type Props = {
  name: string;
  title: string;
  /** Made by `booksOnShelf`. */
  books: SafeHtml;
  children?: ReactNode;
};

/** A row of books, cover by cover. */
export function Shelf({ name, title, books, children }: Props) {
  return (
    <section className="mt-8" aria-labelledby={name}>
      <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={name}>{title}</h2>
        {children}
      </div>
      <RawHtml as="ul" className="shelf" {...htmlRef(books)} />
    </section>
  );
}

type Options = {
  today: string;
  i18n: Words;
  /** The shelf is what one sees first. */
  first?: boolean;
};

export const booksOnShelf = (books: ShelvedBook[], options: Options): SafeHtml =>
  html`${books.map((book) => bookOnShelf(book, options))}`;

/** The title stands beside the cover, so the picture itself says nothing to a screen reader. */
function bookOnShelf(book: ShelvedBook, { first, today, i18n }: Options): SafeHtml {
  const inLatin = titlesInLatin(book).join(' · ');
  const state = stateHtml({ availability: book.availability, today, i18n });
  return html`<li><a href="${bookPath(book)}"><img class="cover" src="${coverPath(book)}" alt=""${first ? null : lazy} width="240" height="360">
<strong lang="${book.language ?? ''}">${book.title}</strong>${inLatin ? html`<span class="text-ink">${inLatin}</span>` : null}<span>${book.by[0]?.name}</span>${state}</a></li>`;
}

const lazy = html` loading="lazy"`;
