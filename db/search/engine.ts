import { dialect } from '#db/columns';
import { postgresqlSearch } from '#db/search/postgresql';
import { sqliteSearch } from '#db/search/sqlite';
import type { SearchEngine } from '#db/search/word-query';

export type { Found, SearchEntry, WordQuery } from '#db/search/word-query';

export const searchEngine: SearchEngine = dialect === 'postgresql' ? postgresqlSearch : sqliteSearch;
