import Link from 'next/link';
import { authorPath } from '#lib/catalog/address';
import type { RelatedBooks } from '#lib/catalog/books/related-queries';
import type { ShelvedBook } from '#lib/catalog/books/shelved-books';
import type { I18n } from '#lib/i18n/get-i18n';
import { booksOnShelf, Shelf } from '../../_parts/shelf';

type Props = { related: RelatedBooks; today: string; i18n: I18n };

/** What to read next; nothing where nothing is like this book. */
export function RelatedShelves({ related, today, i18n }: Props) {
  const { author, byAuthor, sameGenre } = related;
  const { t } = i18n;
  const shelved = (books: ShelvedBook[]) => booksOnShelf(books, { today, i18n });
  return (
    <div className="mt-14 print:hidden">
      {author && byAuthor.length > 0 && (
        <Shelf name="by-author" title={t('recordPages.byAuthor')} books={shelved(byAuthor)}>
          <Link href={authorPath(author)} prefetch={false}>
            {t('recordPages.allByAuthor')}
          </Link>
        </Shelf>
      )}
      {sameGenre.length > 0 && (
        <Shelf name="same-genre" title={t('recordPages.sameGenre')} books={shelved(sameGenre)} />
      )}
    </div>
  );
}
