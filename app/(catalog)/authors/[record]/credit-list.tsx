import type { Scope } from '#lib/browse/scope';
import { type CreditsInRole, creditsOf } from '#lib/catalog/authors/credit-queries';
import type { I18n } from '#lib/i18n/get-i18n';
import { readSession } from '#lib/visitor/session';
import { ListedBooks } from '../../_browse/listed-books';
import { BookRows } from '../../_parts/book-rows';
import { bookListParams, type SearchParams } from '../../_parts/list-params';

type Props = { scope: Scope; authorId: number; searchParams: Promise<SearchParams>; i18n: I18n };

/** Everything an author had a part in, role by role, with the orders, sizes and pages of a list of books. */
export async function CreditList({ scope, authorId, searchParams, i18n }: Props) {
  const asked = await bookListParams(searchParams);
  const { page, credits } = await creditsOf(authorId, asked);
  const listed = (await readSession()).get('list', []);
  return (
    <ListedBooks
      scope={scope}
      list={{ page, asked }}
      params={await searchParams}
      empty={i18n.t('authors.noBooks')}
      i18n={i18n}
    >
      {credits.map((credit) => (
        <CreditsInOneRole key={credit.role} credit={credit} listed={listed} i18n={i18n} />
      ))}
    </ListedBooks>
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
