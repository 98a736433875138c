import type { BookInList } from '#lib/catalog/book-list-queries';
import type { Page } from '#lib/catalog/paging';
import type { Language } from '#lib/i18n/request';
import { BookRows } from './book-rows';
import { Pager, PastTheEnd } from './pager';

type Props = {
  page: Page;
  books: BookInList[];
  asked: number;
  /** The books on the reader's list. */
  listed: number[];
  /** Where the first page stands. */
  path: string;
  /** What is said where there are no books. */
  empty: string;
  words: Language;
};

/** One page of the books that belong to a record, with their number and the way to the other pages. */
export function PagedBooks({ page, books, asked, listed, path, empty, words }: Props) {
  const { t } = words;
  return (
    <>
      <p className="text-quiet">{t('books.count', { count: page.total })}</p>
      <PastTheEnd page={page} asked={asked} t={t} />
      {page.total === 0 ? (
        <p className="mt-4">{empty}</p>
      ) : (
        <BookRows books={books} listed={listed} words={words} />
      )}
      <Pager page={page} address={(number) => `${path}?page=${number}`} t={t} />
    </>
  );
}
