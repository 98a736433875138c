import { subjectOperations } from '#lib/api/subject-operations';
import { routeOf } from '../route-of';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = routeOf(subjectOperations.listGenres);
