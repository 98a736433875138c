import { authorPath } from '#lib/catalog/address';
import type { authorDetail } from '#lib/catalog/authors/author-queries';
import type { I18n } from '#lib/i18n/get-i18n';
import { breadcrumbs, schemaPerson } from '#lib/publishing/structured-data/structured-data';
import { site } from '../../../_publishing/site';
import { StructuredData } from '../../../_publishing/structured-data';

type Props = { author: NonNullable<Awaited<ReturnType<typeof authorDetail>>>; i18n: I18n };

/** What an author's page says to search engines. */
export async function ShareAuthor({ author, i18n: { t } }: Props) {
  const home = await site();
  const address = home + authorPath(author);
  const way = breadcrumbs([
    { name: t('library.name'), address: `${home}/` },
    { name: t('authors.title'), address: `${home}/authors` },
    { name: author.name, address },
  ]);
  return <StructuredData things={[schemaPerson(author, address), way]} />;
}
