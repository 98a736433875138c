import { authorOperations } from '#lib/api/author-operations';
import { routeOf } from '../route-of';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = routeOf(authorOperations.listAuthors);
