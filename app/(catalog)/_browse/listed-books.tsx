import type { ReactNode } from 'react';
import { facetsWithin } from '#lib/browse/facet-queries';
import { type Scope, searchWithin } from '#lib/browse/scope';
import type { BookOrder } from '#lib/catalog/books/book-orders';
import type { I18n } from '#lib/i18n/get-i18n';
import type { ListPage, ListParams } from '#lib/lists/list-page';
import { type Params, parseFilters } from '#lib/search/request';
import { listed } from '../_parts/letter-links';
import { type List, ListEnd, MissedPlace, placeIn } from '../_parts/list-frame';
import { BookBrowser, type BookView } from './book-browser';

export type BooksListed = { page: ListPage; asked: ListParams<BookOrder>; here?: string | undefined };

type Props = {
  scope: Scope;
  list: BooksListed;
  params: Params;
  empty: string;
  letters?: ReactNode;
  i18n: I18n;
  children: ReactNode;
};

/** All books of a list, page by page as the database has them in order. */
export async function ListedBooks({ scope, list, params, empty, letters, i18n, children }: Props) {
  const { page, asked } = list;
  const filters = parseFilters(searchWithin(scope, {}));
  const framed: List = { path: scope.path, ...list };
  const view: BookView = {
    scope,
    request: { q: '', filters, sort: asked.order, page: 1, size: asked.size },
    found: await facetsWithin(filters),
    label: () => '',
    total: page.total,
    said: i18n.t('books.count', { count: page.total }),
    here: placeIn(framed, i18n),
    notices: <MissedPlace list={framed} i18n={i18n} />,
    letters,
    end: <ListEnd list={framed} i18n={i18n} />,
  };
  return (
    <BookBrowser view={view} params={params} i18n={i18n}>
      {page.total === 0 ? (
        <p className="mt-4">{empty}</p>
      ) : (
        <div id={listed} tabIndex={-1}>
          {children}
        </div>
      )}
    </BookBrowser>
  );
}
