import type { Metadata } from 'next';
import Link from 'next/link';
import { authorPath } from '#lib/catalog/address';
import { authorList } from '#lib/catalog/author-queries';
import { parsePageNumber } from '#lib/catalog/paging';
import { language } from '#lib/i18n/request';
import { readSession } from '#lib/session/server';
import { lifespanOf } from '../_ui/lifespan';
import { pagedTitle } from '../_ui/page-title';
import { Pager, PastTheEnd } from '../_ui/pager';

type Props = { searchParams: Promise<{ page?: string | string[] }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { t } = await language();
  return pagedTitle(t('authors.title'), searchParams, t);
}

export default async function AuthorsPage({ searchParams }: Props) {
  const words = await language();
  const asked = parsePageNumber((await searchParams).page);
  const { page, authors } = await authorList(asked, (await readSession()).get('pageSize', 10));
  return (
    <>
      <h1 className="mt-8">{words.t('authors.title')}</h1>
      <p className="text-quiet">{words.t('authors.count', { count: page.total })}</p>
      <PastTheEnd page={page} asked={asked} t={words.t} />
      {page.total === 0 && <p className="mt-4">{words.t('authors.empty')}</p>}
      <ul className="roll mt-4">
        {authors.map((author) => (
          <li key={author.id}>
            <span>
              <Link className="font-book text-lg" href={authorPath(author)} prefetch={false}>
                {author.sortName}
              </Link>{' '}
              <span className="text-quiet">{lifespanOf(author, words)}</span>
            </span>
            <span className="text-quiet">{words.t('books.count', { count: author.books })}</span>
          </li>
        ))}
      </ul>
      <Pager page={page} address={(number) => `/authors?page=${number}`} t={words.t} />
    </>
  );
}
