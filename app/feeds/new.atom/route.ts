import { noFilters } from '#lib/search/request';
import { feedResponse } from '../../_publishing/feed-response';

/** The titles that came last. */
export const GET = (request: Request): Promise<Response> =>
  feedResponse(request, { search: { q: '', filters: noFilters() }, feed: '/feeds/new.atom', page: '/books' });
