import { parseFeedSearch } from '#lib/publishing/feeds/feed-search';
import { feedResponse } from '../../../_publishing/feed-response';

/** What a search finds: the parameters are those of `/books`. */
export const GET = (request: Request): Promise<Response> => {
  const search = parseFeedSearch(new URL(request.url).searchParams);
  return feedResponse(request, { search, feed: '/books/feed.atom', page: '/books' });
};
