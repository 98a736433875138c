import { asc, desc, type SQL, sql } from 'drizzle-orm';
import { db } from '#db/client';
import { authors, books, contributors } from '#db/schema/catalog';
import { sortKey } from '#db/sort-key';
import { booksThat } from '#lib/api/book-filter';

export const searchSorts = ['relevance', 'title', 'author', 'year', 'newest'] as const;

export type SearchRequest = {
  q: string;
  filters: {
    available?: true;
    genre: number[];
    language: string[];
    author: number[];
    /** First years of decades. */
    decade: number[];
    format: string[];
  };
  sort: (typeof searchSorts)[number];
  /** Counted from 1. */
  page: number;
  size: number;
};

export type SearchResult = {
  /** Ids in the order asked for. */
  books: number[];
  total: number;
  /** True when there are more than were counted. */
  more: boolean;
};

/** What a search finds: two queries. A page past the end has no books. */
export async function searchBooks({ q, filters, sort, page, size }: SearchRequest): Promise<SearchResult> {
  const where = booksThat({ q, ...filters });
  const total = await db.$count(books, where);
  const rows = await db
    .select({ id: books.id })
    .from(books)
    .where(where)
    .orderBy(...orderOf(sort, q))
    .limit(size)
    .offset((page - 1) * size);
  return { books: rows.map(({ id }) => id), total, more: false };
}

const byTitle = [asc(books.sortKey), asc(books.id)];

function orderOf(sort: SearchRequest['sort'], q: string): SQL[] {
  if (sort === 'relevance') return [titleMatch(q), ...byTitle];
  if (sort === 'author') return [sql`${firstContributor} asc nulls last`, ...byTitle];
  if (sort === 'year') return [sql`${books.year} desc nulls last`, ...byTitle];
  return sort === 'newest' ? [desc(books.addedAt), desc(books.id)] : byTitle;
}

/** The very title first, then titles that begin so, then whatever else matches. */
function titleMatch(q: string): SQL {
  const key = sortKey(q, 'en').replaceAll('\0', '');
  return sql`case when ${books.sortKey} = ${key} then 0 when substr(${books.sortKey}, 1, ${[...key].length}) = ${key} then 1 else 2 end`;
}

const firstContributor = sql`(select ${authors.sortKey} from ${contributors} join ${authors} on ${authors.id} = ${contributors.authorId} where ${contributors.bookId} = ${books.id} order by ${contributors.position} limit 1)`;
