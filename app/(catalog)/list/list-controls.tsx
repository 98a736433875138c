import Link from 'next/link';
import { type ListOrder, listOrders } from '#lib/catalog/books/list-order';
import type { I18n } from '#lib/i18n/get-i18n';
import { PrintButton } from '../../_ui/print-button';

type Props = { order: ListOrder; books: number; i18n: I18n };

/** How the list stands, and on paper: it is carried to the shelves. */
export function ListControls({ order, books, i18n: { t } }: Props) {
  return (
    <div className="list-controls items-center">
      {books > 1 && (
        <nav className="orders" aria-label={t('lists.orderBy')}>
          <span aria-hidden="true">{t('lists.orderBy')}:</span>
          {listOrders.map((each) => (
            <Link
              key={each}
              href={each === 'added' ? '/list' : `/list?sort=${each}`}
              prefetch={false}
              aria-current={each === order ? 'true' : undefined}
            >
              {t(`list.order.${each}`)}
            </Link>
          ))}
        </nav>
      )}
      <PrintButton label={t('list.print')} />
    </div>
  );
}
