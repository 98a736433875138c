import type { Metadata } from 'next';
import { booksInOrder } from '#lib/catalog/books/book-list-queries';
import { inListOrder, listOrderOf } from '#lib/catalog/books/list-order';
import { compareNames } from '#lib/i18n/format';
import { getI18n } from '#lib/i18n/get-i18n';
import { readSession } from '#lib/visitor/session';
import { maxListLength } from '#lib/visitor/session-shape';
import { libraryToday } from '../../_clock/library-day';
import { BookRows } from '../_parts/book-rows';
import type { SearchParams } from '../_parts/list-params';
import { EmptyList } from './empty-list';
import { KeptUntil } from './kept-until';
import { ListControls } from './list-controls';
import { ShareList } from './share-list';

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('list.title') };
}

export default async function ListPage({ searchParams }: Props) {
  const i18n = await getI18n();
  const { t } = i18n;
  const listed = (await readSession()).get('list', []);
  const books = await booksInOrder(listed);
  const { sort, emptied } = await searchParams;
  const order = listOrderOf(sort);
  const inOrder = inListOrder(books, order, { today: libraryToday(), compare: compareNames(i18n.locale) });
  return (
    <>
      <h1 className="mt-8">{t('list.title')}</h1>
      {listed.length === maxListLength && (
        <p className="notice">{t('list.full', { count: maxListLength })}</p>
      )}
      {books.length === 0 ? (
        <EmptyList emptied={[emptied].flat()[0] ?? ''} i18n={i18n} />
      ) : (
        <>
          <ListControls order={order} books={books.length} i18n={i18n} />
          <BookRows books={inOrder} listed={listed} i18n={i18n} />
        </>
      )}
      {books.length > 0 && <KeptUntil i18n={i18n} />}
      {books.length > 0 && <ShareList ids={books.map(({ id }) => id)} i18n={i18n} />}
    </>
  );
}
