import type { Metadata } from 'next';
import { bookPath } from '#lib/catalog/address';
import { coverAuthor } from '#lib/catalog/books/contributor-queries';
import { socialImagePath } from '#lib/covers/social-image-address';
import { getI18n } from '#lib/i18n/get-i18n';
import { parsePageNumber } from '#lib/lists/paging';
import { type FeedSearch, feedParameters } from '#lib/publishing/feeds/feed-search';
import { site } from './site';

type Asked = Promise<{ page?: string | string[] }>;

/** The one address of a page of a record; from the second page of its list on, with the number. */
export async function canonical(path: string, searchParams?: Asked): Promise<Metadata> {
  const number = parsePageNumber((await searchParams)?.page);
  return { alternates: { canonical: (await site()) + path + (number > 1 ? `?page=${number}` : '') } };
}

/** What is one of very many ways to narrow a list is for readers, not for search engines. */
export const unlisted: Metadata = { robots: { index: false } };

type Book = Parameters<typeof bookPath>[0] &
  Parameters<typeof socialImagePath>[0] & { summary: string | null; by: Parameters<typeof coverAuthor>[0] };

/** The one address of a book, and what other sites show beside a link to it. */
export async function openGraphOf(book: Book): Promise<Metadata> {
  const [home, { t }] = [await site(), await getI18n()];
  const url = home + bookPath(book);
  const author = coverAuthor(book.by);
  const alt = [book.title, author].filter(Boolean).join(', ');
  const image = { url: home + socialImagePath(book), width: 1200, height: 630, type: 'image/png', alt };
  return {
    alternates: { canonical: url },
    openGraph: {
      type: 'book',
      siteName: t('library.name'),
      url,
      title: book.title,
      images: [image],
      ...(book.summary && { description: book.summary }),
    },
    twitter: { card: 'summary_large_image' },
  };
}

/** Where a feed reader finds the new titles, or what a search finds. */
export async function feedOf(search?: FeedSearch): Promise<Metadata> {
  const { t } = await getI18n();
  const library = t('library.name');
  const title = search?.q
    ? t('share.feedOfSearch', { query: search.q, library })
    : t('share.feedOfNew', { library });
  const url = search?.q ? `/books/feed.atom?${feedParameters(search)}` : '/feeds/new.atom';
  return { alternates: { types: { 'application/atom+xml': [{ url: (await site()) + url, title }] } } };
}
