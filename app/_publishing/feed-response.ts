import { conditionalResponse } from '#lib/http/conditional-response';
import { getI18n } from '#lib/i18n/get-i18n';
import { atom, lastChange } from '#lib/publishing/feeds/atom';
import { booksForFeed, type FeedSearch, feedParameters } from '#lib/publishing/feeds/feed-search';
import { site } from './site';

type Asked = { search: FeedSearch; feed: string; page: string };

/** What a search finds, newest first unless it says otherwise, as a feed in the language of the asker. */
export async function feedResponse(request: Request, { search, feed, page }: Asked): Promise<Response> {
  const { t, locale } = await getI18n();
  const found = await booksForFeed(search);
  const parameters = feedParameters(search).toString();
  const query = parameters && `?${parameters}`;
  const library = t('library.name');
  const body = atom({
    ...found,
    site: await site(),
    self: feed + query,
    page: page + query,
    title: search.q
      ? t('share.feedOfSearch', { query: search.q, library })
      : t('share.feedOfNew', { library }),
    library,
    locale,
  });
  return conditionalResponse(request, {
    body,
    modified: lastChange(found.books),
    headers: {
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': 'private, no-cache',
      vary: 'accept-language, cookie',
    },
  });
}
