import Link from 'next/link';
import { authorPath, genrePath } from '#lib/catalog/address';
import type { RelatedBooks } from '#lib/catalog/books/related-queries';
import type { ShelvedBook } from '#lib/catalog/books/shelved-books';
import type { I18n } from '#lib/i18n/get-i18n';
import { subjectName } from '#lib/i18n/known-names';
import { booksOnShelf, Shelf } from '../../_parts/shelf';

type Props = { related: RelatedBooks; today: string; i18n: I18n };

/** What to read next; nothing where nothing is like this book. */
export function RelatedShelves({ related, today, i18n }: Props) {
  const { author, byAuthor, genre, sameGenre } = related;
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
      {genre && sameGenre.length > 0 && (
        <Shelf
          name="same-genre"
          title={t('recordPages.moreOfGenre', { genre: subjectName(t, genre.name) })}
          books={shelved(sameGenre)}
        >
          <Link href={genrePath(genre)} prefetch={false}>
            {t('recordPages.allOfGenre')}
          </Link>
        </Shelf>
      )}
    </div>
  );
}
