import { sql } from 'drizzle-orm';
import { authors, books, contributors } from '#db/schema/catalog';
import type { Ordering } from '#lib/catalog/ordering';

export type BookOrder = 'title' | 'author' | 'year' | 'newest';

const title = { by: books.sortKey, kind: 'text' } as const;
const id = { by: books.id, kind: 'integer' } as const;

/** Newest first, and as one rising number: so year, title and id are compared, and indexed, as one row. */
const year = sql`coalesce(-${books.year}, 2147483647)`;

/** How the name of whoever comes first is sorted; what nobody had a part in stands after all others. */
const author = sql`coalesce((select ${authors.sortKey} from ${contributors} inner join ${authors} on ${authors.id} = ${contributors.authorId} where ${contributors.bookId} = ${books.id} order by ${contributors.position} limit 1), '\u{10ffff}')`;

const orderings: Record<BookOrder, Ordering> = {
  title: { name: 'title', keys: [title, id], goes: 'up' },
  author: { name: 'author', keys: [{ by: author, kind: 'text' }, title, id], goes: 'up' },
  year: { name: 'year', keys: [{ by: year, kind: 'integer' }, title, id], goes: 'up' },
  newest: { name: 'newest', keys: [{ by: books.addedAt, kind: 'instant' }, id], goes: 'down' },
};

export const bookOrdering = (order: BookOrder): Ordering => orderings[order];
