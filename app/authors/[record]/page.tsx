import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { authorPath, recordId } from '#lib/catalog/address';
import { authorDetail } from '#lib/catalog/author-queries';
import { creditsOf } from '#lib/catalog/credit-queries';
import { parsePageNumber } from '#lib/catalog/paging';
import { language } from '#lib/i18n/request';
import { readSession } from '#lib/session/server';
import { lifespanOf } from '../../_ui/lifespan';
import { pagedTitle } from '../../_ui/page-title';
import { Pager, PastTheEnd } from '../../_ui/pager';
import { ShareAuthor } from '../../_ui/share-author';
import { canonical } from '../../_ui/share-metadata';
import { AuthorFacts } from './author-facts';
import { CreditList } from './credit-list';

type Props = { params: Promise<{ record: string }>; searchParams: Promise<{ page?: string | string[] }> };

const found = cache(async (record: string) => {
  const id = recordId(record);
  return id ? authorDetail(id) : undefined;
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const author = await found((await params).record);
  if (!author) return {};
  const title = await pagedTitle(author.name, searchParams, (await language()).t);
  return { ...title, ...(await canonical(authorPath(author), searchParams)) };
}

export default async function AuthorPage({ params, searchParams }: Props) {
  const author = await found((await params).record);
  if (!author) notFound();
  const words = await language();
  const asked = parsePageNumber((await searchParams).page);
  const session = await readSession();
  const { page, credits } = await creditsOf(author.id, asked, session.get('pageSize', 10));
  const life = lifespanOf(author, words);
  return (
    <>
      <h1 className="mt-8">{author.name}</h1>
      {life && <p className="text-lg text-quiet">{life}</p>}
      <AuthorFacts author={author} words={words} />
      <PastTheEnd page={page} asked={asked} t={words.t} />
      {page.total === 0 && <p className="mt-4">{words.t('authors.noBooks')}</p>}
      {credits.map((credit) => (
        <CreditList key={credit.role} credit={credit} listed={session.get('list', [])} words={words} />
      ))}
      <ShareAuthor author={author} words={words} />
      <Pager page={page} address={(number) => `${authorPath(author)}?page=${number}`} t={words.t} />
    </>
  );
}
