import Link from 'next/link';
import type { ReactNode } from 'react';
import { bookPath } from '#lib/catalog/address';
import type { BookInList } from '#lib/catalog/book-list-queries';
import type { Availability } from '#lib/catalog/copy-state';
import { formatYear } from '#lib/catalog/partial-date';
import type { Language } from '#lib/i18n/request';
import type { Translate } from '#lib/i18n/translator';
import { Cover } from './cover';
import { Credits } from './credits';

type Props = {
  book: BookInList;
  words: Language;
  heading?: 'h2' | 'h3';
  /** The results it stands among, as its address says them. */
  from?: string;
  children?: ReactNode;
};

/** A book in a list: cover, title, who made it, year, how many copies are in, and what can be done with it. */
export function BookRow({ book, words, heading: Heading = 'h2', from = '', children }: Props) {
  const { t, locale } = words;
  return (
    <li className="book-row">
      <Cover book={book} width={72} />
      <div>
        <Heading lang={book.language ?? undefined} dir="auto">
          <Link href={bookPath(book) + from} prefetch={false} rel={from ? 'nofollow' : undefined}>
            {book.title}
          </Link>
        </Heading>
        {book.subtitle && <p lang={book.language ?? undefined}>{book.subtitle}</p>}
        <p>
          <Credits by={book.by} t={t} />
          {book.year !== null && ` · ${formatYear(locale, book.year)}`}
        </p>
        <AvailabilityLine availability={book.availability} t={t} />
        {children}
      </div>
    </li>
  );
}

/** “2 of 3 on the shelf”, in words and, for those who see it, in colour. */
export function AvailabilityLine({ availability, t }: { availability: Availability; t: Translate }) {
  if (availability.copies === 0) return <p className="text-quiet">{t('books.noCopies')}</p>;
  return (
    <p className={availability.onShelf > 0 ? 'state-in' : 'state-waiting'}>
      {t('books.availability', availability)}
    </p>
  );
}
