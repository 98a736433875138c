import { suggestionOperations } from '#lib/api/suggestion-operations';
import { routeOf } from '../route-of';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = routeOf(suggestionOperations.suggest);
