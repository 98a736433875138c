import Link from 'next/link';
import { bookPath } from '#lib/catalog/address';
import { type BookOnShelf, coverAuthor } from '#lib/catalog/book-queries';
import type { Language } from '#lib/i18n/request';
import { Cover } from './cover';

/** New arrivals, cover by cover. */
export function Shelf({ books, words: { t } }: { books: BookOnShelf[]; words: Language }) {
  return (
    <section className="mt-8" aria-labelledby="arrivals">
      <div className="mb-5 flex items-baseline justify-between gap-4">
        <h2 id="arrivals">{t('home.arrivals')}</h2>
        <Link href="/books">{t('home.allBooks')}</Link>
      </div>
      {books.length === 0 && <p>{t('home.empty')}</p>}
      <ul className="shelf">
        {books.map((book) => (
          <li key={book.id}>
            <Link href={bookPath(book)} prefetch={false}>
              <Cover book={book} />
              <strong lang={book.language ?? undefined}>{book.title}</strong>
              <span>{coverAuthor(book.by)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
