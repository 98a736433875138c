import type { CreditsInRole } from '#lib/catalog/authors/credit-queries';
import type { Language } from '#lib/i18n/get-i18n';
import { readSession } from '#lib/visitor/session';
import { BookRows } from '../../_parts/book-rows';
import { type List, ListFrame } from '../../_parts/list-frame';
import { BookOrders } from '../../_parts/order-choices';

type Props = { list: List; credits: CreditsInRole[]; words: Language };

/** Everything an author had a part in, role by role, with the orders, sizes and pages of a list of books. */
export async function CreditList({ list, credits, words }: Props) {
  const listed = (await readSession()).get('list', []);
  return (
    <ListFrame
      list={list}
      empty={words.t('authors.noBooks')}
      orders={<BookOrders order={list.asked.order} words={words} />}
      words={words}
    >
      {credits.map((credit) => (
        <CreditsInOneRole key={credit.role} credit={credit} listed={listed} words={words} />
      ))}
    </ListFrame>
  );
}

type RoleProps = { credit: CreditsInRole; listed: readonly number[]; words: Language };

/** “Translator of 3 books”, and those of them that are on this page. */
function CreditsInOneRole({ credit: { role, total, books }, listed, words }: RoleProps) {
  const { t } = words;
  return (
    <section className="mt-8" aria-labelledby={role}>
      <h2 id={role}>{t(`recordPages.credits.${role}`, { count: total })}</h2>
      <BookRows books={books} listed={listed} words={words} heading="h3" />
    </section>
  );
}
