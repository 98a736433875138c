import { feedAnswer } from '../../_ui/feed-answer';

/** The titles that came last. */
export const GET = (request: Request): Promise<Response> =>
  feedAnswer(request, { search: { query: '', order: 'newest' }, feed: '/feeds/new.atom', page: '/books' });
