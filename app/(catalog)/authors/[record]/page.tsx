import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { isNarrowed, type Scope } from '#lib/browse/scope';
import { authorPath, recordId } from '#lib/catalog/address';
import { type AuthorDetail, authorDetail } from '#lib/catalog/authors/author-queries';
import { getI18n } from '#lib/i18n/get-i18n';
import { canonical, unlisted } from '../../../_publishing/metadata';
import { NarrowedBooks } from '../../_browse/narrowed-books';
import { lifespanOf } from '../../_parts/lifespan';
import type { SearchParams } from '../../_parts/list-params';
import { pagedTitle } from '../../_parts/page-title';
import { AuthorFacts } from './author-facts';
import { CreditList } from './credit-list';
import { ShareAuthor } from './share-author';

type Props = { params: Promise<{ record: string }>; searchParams: Promise<SearchParams> };

const found = cache(async (record: string) => {
  const id = recordId(record);
  return id ? authorDetail(id) : undefined;
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const author = await found((await params).record);
  if (!author) return {};
  const title = await pagedTitle(author.name, searchParams, (await getI18n()).t);
  if (isNarrowed(scopeOf(author), await searchParams)) return { ...title, ...unlisted };
  return { ...title, ...(await canonical(authorPath(author), searchParams)) };
}

export default async function AuthorPage({ params, searchParams }: Props) {
  const author = await found((await params).record);
  if (!author) notFound();
  const i18n = await getI18n();
  const [scope, narrowing] = [scopeOf(author), await searchParams];
  const life = lifespanOf(author, i18n);
  return (
    <>
      <h1 className="mt-8">{author.name}</h1>
      {life && <p className="text-lg text-quiet">{life}</p>}
      <AuthorFacts author={author} i18n={i18n} />
      {isNarrowed(scope, narrowing) ? (
        <NarrowedBooks scope={scope} params={narrowing} />
      ) : (
        <CreditList scope={scope} authorId={author.id} searchParams={searchParams} i18n={i18n} />
      )}
      <ShareAuthor author={author} i18n={i18n} />
    </>
  );
}

const scopeOf = (author: AuthorDetail): Scope => ({
  path: authorPath(author),
  fixed: { name: 'author', value: String(author.id) },
});
