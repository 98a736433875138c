import type { SearchEngine } from '#db/search/engine';

const later = async (): Promise<never> => {
  throw new Error('not yet');
};
export const postgresqlSearch: SearchEngine = { booksWith: later, authorsWith: later, rebuild: [] };
