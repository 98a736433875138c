import type { CreditsInRole } from '#lib/catalog/authors/credit-queries';
import type { I18n } from '#lib/i18n/get-i18n';
import { readSession } from '#lib/visitor/session';
import { BookRows } from '../../_parts/book-rows';
import { type List, ListFrame } from '../../_parts/list-frame';
import { BookOrders } from '../../_parts/order-choices';

type Props = { list: List; credits: CreditsInRole[]; i18n: I18n };

/** Everything an author had a part in, role by role, with the orders, sizes and pages of a list of books. */
export async function CreditList({ list, credits, i18n }: Props) {
  const listed = (await readSession()).get('list', []);
  return (
    <ListFrame
      list={list}
      empty={i18n.t('authors.noBooks')}
      orders={<BookOrders order={list.asked.order} i18n={i18n} />}
      i18n={i18n}
    >
      {credits.map((credit) => (
        <CreditsInOneRole key={credit.role} credit={credit} listed={listed} i18n={i18n} />
      ))}
    </ListFrame>
  );
}

type RoleProps = { credit: CreditsInRole; listed: readonly number[]; i18n: I18n };

/** “Translator of 3 books”, and those of them that are on this page. */
function CreditsInOneRole({ credit: { role, total, books }, listed, i18n }: RoleProps) {
  const { t } = i18n;
  return (
    <section className="mt-8" aria-labelledby={role}>
      <h2 id={role}>{t(`recordPages.credits.${role}`, { count: total })}</h2>
      <BookRows books={books} listed={listed} i18n={i18n} heading="h3" />
    </section>
  );
}
