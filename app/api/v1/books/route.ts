import { bookOperations } from '#lib/api/book-operations';
import { routeOf } from '../route-of';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = routeOf(bookOperations.listBooks);
