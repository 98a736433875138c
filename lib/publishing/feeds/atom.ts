import { bookPath } from '#lib/catalog/address';
import { utcDayOf } from '#lib/clock';
import { plainText } from '#lib/covers/plain-text';
import type { Locale } from '#lib/i18n/locales';
import type { FeedBook, FeedBooks } from '#lib/publishing/feeds/feed-search';
import { around, declaration, element } from '#lib/publishing/feeds/xml';

export type Feed = FeedBooks & {
  site: string;
  /** The feed itself, and the page that shows the same to people. */
  self: string;
  page: string;
  title: string;
  library: string;
  locale: Locale;
};

/** RFC 4287, with the counts of OpenSearch. */
export function atom(feed: Feed): string {
  const { site, books } = feed;
  const namespaces = {
    xmlns: 'http://www.w3.org/2005/Atom',
    'xmlns:opensearch': 'http://a9.com/-/spec/opensearch/1.1/',
    'xml:lang': feed.locale,
  };
  return `${declaration}${around('feed', namespaces, [
    element('id', {}, tag(site, '2026', feed.self)),
    element('title', {}, plainText(feed.title)),
    element('updated', {}, lastChange(books).toISOString()),
    around('author', {}, [element('name', {}, feed.library), element('uri', {}, site)]),
    element('icon', {}, `${site}/icon.svg`),
    element('link', { rel: 'self', type: 'application/atom+xml', href: site + feed.self }),
    element('link', { rel: 'alternate', type: 'text/html', href: site + feed.page }),
    element('link', {
      rel: 'search',
      type: 'application/opensearchdescription+xml',
      href: `${site}/opensearch.xml`,
    }),
    element('opensearch:totalResults', {}, String(feed.total)),
    element('opensearch:startIndex', {}, '1'),
    element('opensearch:itemsPerPage', {}, String(books.length)),
    ...books.map((book) => entry(site, book)),
  ])}\n`;
}

/** When the newest of the books came; the beginning of all feeds where there is none. */
export const lastChange = (books: FeedBook[]): Date =>
  new Date(Math.max(0, ...books.map(({ addedAt }) => addedAt.getTime())));

function entry(site: string, book: FeedBook): string {
  const added = book.addedAt.toISOString();
  const summary = plainText(book.summary ?? '');
  return around('entry', {}, [
    element('id', {}, tag(site, utcDayOf(book.addedAt), `/books/${book.id}`)),
    element('title', { 'xml:lang': languageOf(book) }, titleOf(book)),
    element('link', { rel: 'alternate', type: 'text/html', href: site + bookPath(book) }),
    element('updated', {}, added),
    element('published', {}, added),
    ...book.by.map(({ name }) => around('author', {}, [element('name', {}, plainText(name) || '—')])),
    summary && element('summary', { type: 'text' }, summary),
  ]);
}

const titleOf = ({ title, subtitle }: FeedBook) =>
  [plainText(title) || '—', plainText(subtitle ?? '')].filter(Boolean).join(': ');

const languageOf = ({ language }: FeedBook) =>
  language && /^[a-z]{2,3}$/i.test(language) ? language : undefined;

/** RFC 4151: a name that stays when the address changes, from who gave it and since when. */
function tag(site: string, since: string, path: string): string {
  const host = URL.parse(site)
    ?.hostname.replace(/[^a-z0-9.-]+/gi, '-')
    .replace(/^-+|-+$/g, '');
  return `tag:${host || 'localhost'},${since}:${path.slice(1)}`;
}
