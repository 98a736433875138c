import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { authorPath, recordId } from '#lib/catalog/address';
import { authorDetail } from '#lib/catalog/authors/author-queries';
import { creditsOf } from '#lib/catalog/authors/credit-queries';
import { getI18n } from '#lib/i18n/get-i18n';
import { canonical } from '../../../_publishing/metadata';
import { lifespanOf } from '../../_parts/lifespan';
import { bookListParams, type SearchParams } from '../../_parts/list-params';
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
  return { ...title, ...(await canonical(authorPath(author), searchParams)) };
}

export default async function AuthorPage({ params, searchParams }: Props) {
  const author = await found((await params).record);
  if (!author) notFound();
  const i18n = await getI18n();
  const asked = await bookListParams(searchParams);
  const { page, credits } = await creditsOf(author.id, asked);
  const life = lifespanOf(author, i18n);
  return (
    <>
      <h1 className="mt-8">{author.name}</h1>
      {life && <p className="text-lg text-quiet">{life}</p>}
      <AuthorFacts author={author} i18n={i18n} />
      <CreditList list={{ path: authorPath(author), page, asked }} credits={credits} i18n={i18n} />
      <ShareAuthor author={author} i18n={i18n} />
    </>
  );
}
