import type { ReactNode } from 'react';
import type { I18n } from '#lib/i18n/get-i18n';
import type { ListPage, ListParams } from '#lib/lists/list-page';
import { listAddress, neighbours } from '#lib/lists/list-params';
import { pageSizes } from '#lib/lists/page-sizes';
import { Pager } from '../../_ui/pager';
import { listed } from './letter-links';
import { sizePages } from './list-actions';
import { SizeForm } from './size-form';

export type List = {
  /** The address of the list without what is asked of it. */
  path: string;
  page: ListPage;
  asked: ListParams;
};

type Props = {
  list: List;
  /** How many there are, in words; not set where the rows say so themselves. */
  count?: string;
  empty: string;
  /** A choice of orders. */
  orders: ReactNode;
  letters?: ReactNode;
  i18n: I18n;
  children: ReactNode;
};

/** What stands around the rows of a list: how many there are, how they are shown, and the way to the others. */
export function ListFrame({ list, count, empty, orders, letters, i18n, children }: Props) {
  const { path, page, asked } = list;
  const address = (number: number) =>
    listAddress(path, { order: asked.order, size: asked.size, page: number });
  return (
    <>
      <HowMany page={page} count={count} i18n={i18n} />
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
        <Pager page={page} address={address} neighbours={neighbours(path, page, asked)} t={i18n.t} />
        {page.total > pageSizes[0] && <SizeForm size={asked.size} action={sizePages} i18n={i18n} />}
      </div>
    </>
  );
}

function HowMany({ page: { number, count: pages }, count, i18n: { t } }: HowManyProps) {
  const here = number && pages > 1 ? t('index.pageOf', { number, count: pages }) : undefined;
  if (!count && !here) return null;
  return (
    <p className="mt-1.5 text-quiet">
      {count && <span>{count}</span>}
      {count && here && ', '}
      {here}
    </p>
  );
}

type HowManyProps = { page: ListPage; count: string | undefined; i18n: I18n };

/** Says why another part of the list is shown than was asked for. */
function MissedPlace({ list: { page, asked }, i18n: { t } }: { list: List; i18n: I18n }) {
  if (!page.fallback) return null;
  return (
    <p role="status" className="notice">
      {t(`index.missed.${page.fallback}`, { asked: asked.page ?? 1, from: asked.from ?? '' })}
    </p>
  );
}
