import Link from 'next/link';
import type { ReactNode } from 'react';
import { bookPath } from '#lib/catalog/address';
import { titlesInLatin } from '#lib/catalog/authors/name-forms';
import { type BookOnShelf, coverAuthor } from '#lib/catalog/books/contributor-queries';
import { Cover } from './cover';

type Props = { name: string; title: string; books: BookOnShelf[]; children?: ReactNode };

/** A row of books, cover by cover. */
export function Shelf({ name, title, books, children }: Props) {
  return (
    <section className="mt-8" aria-labelledby={name}>
      <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={name}>{title}</h2>
        {children}
      </div>
      <ul className="shelf">
        {books.map((book) => (
          <li key={book.id}>
            <Link href={bookPath(book)} prefetch={false}>
              <Cover book={book} />
              <strong lang={book.language ?? undefined}>{book.title}</strong>
              <LatinTitles book={book} />
              <span>{coverAuthor(book.by)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LatinTitles({ book }: { book: BookOnShelf }) {
  const titles = titlesInLatin(book);
  return titles.length > 0 && <span className="text-ink">{titles.join(' · ')}</span>;
}
