import { noFilters } from '#lib/search/request';
import { feedAnswer } from '../../_ui/feed-answer';

/** The titles that came last. */
export const GET = (request: Request): Promise<Response> =>
  feedAnswer(request, { search: { q: '', filters: noFilters() }, feed: '/feeds/new.atom', page: '/books' });
