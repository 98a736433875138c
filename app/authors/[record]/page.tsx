import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { authorPath, isAddressOf, recordId } from '#lib/catalog/address';
import { authorDetail } from '#lib/catalog/author-queries';
import { bookList } from '#lib/catalog/book-list-queries';
import { parsePageNumber } from '#lib/catalog/paging';
import { formatPartialDate } from '#lib/catalog/partial-date';
import { type Language, language } from '#lib/i18n/request';
import { readSession } from '#lib/session/server';
import { BookRow } from '../../_ui/book-row';
import { Facts } from '../../_ui/facts';
import { lifespanOf } from '../../_ui/lifespan';
import { ListButton } from '../../_ui/list-button';
import { pagedTitle } from '../../_ui/page-title';
import { Pager, PastTheEnd } from '../../_ui/pager';
import { ShareAuthor } from '../../_ui/share-author';
import { canonical } from '../../_ui/share-metadata';

type Props = { params: Promise<{ record: string }>; searchParams: Promise<{ page?: string | string[] }> };
type Author = NonNullable<Awaited<ReturnType<typeof authorDetail>>>;

const found = cache(async (record: string) => {
  const id = recordId(record);
  return id ? authorDetail(id) : undefined;
});

async function authorOf(record: string): Promise<Author> {
  const author = await found(record);
  if (!author) notFound();
  if (!isAddressOf(authorPath(author), `/authors/${record}`)) permanentRedirect(authorPath(author));
  return author;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const author = await found((await params).record);
  if (!author) return {};
  const title = await pagedTitle(author.name, searchParams, (await language()).t);
  return { ...title, ...(await canonical(authorPath(author), searchParams)) };
}

export default async function AuthorPage({ params, searchParams }: Props) {
  const author = await authorOf((await params).record);
  const words = await language();
  const asked = parsePageNumber((await searchParams).page);
  const session = await readSession();
  const listed = session.get('list', []);
  const { page, books } = await bookList({ authorId: author.id }, asked, session.get('pageSize', 10));
  return (
    <>
      <h1 className="mt-8">{author.name}</h1>
      <p className="mb-4 text-lg text-quiet">{lifespanOf(author, words)}</p>
      <Facts facts={factsOf(author, words)} />
      <p className="mt-8 font-book text-xl font-semibold">
        {words.t('authors.books', { name: author.name })}
      </p>
      <p className="text-quiet">{words.t('books.count', { count: page.total })}</p>
      <PastTheEnd page={page} asked={asked} t={words.t} />
      {page.total === 0 && <p className="mt-4">{words.t('authors.noBooks')}</p>}
      <ul>
        {books.map((book) => (
          <BookRow key={book.id} book={book} words={words}>
            <ListButton book={book} listed={listed.includes(book.id)} t={words.t} />
          </BookRow>
        ))}
      </ul>
      <ShareAuthor author={author} words={words} />
      <Pager page={page} address={(number) => `${authorPath(author)}?page=${number}`} t={words.t} />
    </>
  );
}

function factsOf({ born, died, variants }: Author, { t, locale }: Language) {
  return [
    { name: t('authors.bornOn'), value: born && formatPartialDate(locale, born) },
    { name: t('authors.diedOn'), value: died && formatPartialDate(locale, died) },
    { name: t('authors.variants'), value: variants.join(' · ') },
  ];
}
