import { describeApi } from '#lib/api/openapi/describe-api';
import { routeOf } from '../route-of';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = routeOf(describeApi);
