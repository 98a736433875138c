import { searchOperations } from '#lib/api/search-operations';
import { routeOf } from '../route-of';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = routeOf(searchOperations.search);
