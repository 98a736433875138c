import type { ReactNode } from 'react';
import type { I18n } from '#lib/i18n/get-i18n';
import type { ListPage, ListParams } from '#lib/lists/list-page';
import { listAddress, neighbours } from '#lib/lists/list-params';
import { isPageSize, pageSizes } from '#lib/lists/page-sizes';
import { Pager } from '../../_ui/pager';
import { listed } from './letter-links';
import { sizePages } from './list-actions';
import { SizeForm } from './size-form';

export type List = {
  /** The address of the list without what is asked of it. */
  path: string;
  page: ListPage;
  asked: ListParams;
  /** “M: 22 books”: where one is, if not on a page that has a number. */
  here?: string | undefined;
};

type Props = {
  list: List;
  /** How many there are, in words. */
  count: string;
  empty: string;
  /** A choice of orders. */
  orders: ReactNode;
  letters?: ReactNode;
  i18n: I18n;
  children: ReactNode;
};

/** What stands around the rows of a list: how many there are, how they are shown, and the way to the others. */
export function ListFrame({ list, count, empty, orders, letters, i18n, children }: Props) {
  const { page } = list;
  const here = placeIn(list, i18n);
  return (
    <>
      <p className="mt-1.5 text-quiet">
        <span>{count}</span>
        {here && `, ${here}`}
      </p>
      {page.total > 1 && <div className="list-controls">{orders}</div>}
      {letters}
      <MissedPlace list={list} i18n={i18n} />
      {page.total === 0 ? (
        <p className="mt-4">{empty}</p>
      ) : (
        <div id={listed} tabIndex={-1}>
          {children}
        </div>
      )}
      <div className="list-end">
        <ListEnd list={list} i18n={i18n} />
      </div>
    </>
  );
}

/** The ways to the other pages of a list, and how many records one shows. */
export function ListEnd({ list: { path, page, asked, here }, i18n }: { list: List; i18n: I18n }) {
  const address = (number: number) =>
    listAddress(path, { order: asked.order, size: asked.size, page: number });
  return (
    <>
      <Pager
        page={page}
        address={address}
        neighbours={neighbours(path, page, asked)}
        here={here}
        t={i18n.t}
      />
      {page.total > pageSizes[0] && isPageSize(asked.size) && (
        <SizeForm size={asked.size} action={sizePages} i18n={i18n} />
      )}
    </>
  );
}

/** “page 2 of 9”, or what a letter leads to; undefined where there is but one page, or nobody knows. */
export function placeIn({ page: { number, count }, here }: List, { t }: I18n): string | undefined {
  if (number === undefined) return here;
  return count > 1 ? t('index.pageOf', { number, count }) : undefined;
}

/** Says why another part of the list is shown than was asked for. */
export function MissedPlace({ list: { page, asked }, i18n: { t } }: { list: List; i18n: I18n }) {
  if (!page.fallback) return null;
  return (
    <p role="status" className="notice">
      {t(`index.missed.${page.fallback}`, { asked: asked.page ?? 1, from: asked.from ?? '' })}
    </p>
  );
}
