import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { dialect } from '#db/columns';

/** `column in (…)` for a prepared query, whose text must not depend on how many ids there are: see `idsParam`. */
export const inIds = (column: AnyColumn, placeholder: string): SQL =>
  dialect === 'postgresql'
    ? sql`${column} = any(cast(${sql.placeholder(placeholder)} as integer[]))`
    : sql`${column} in (select value from json_each(${sql.placeholder(placeholder)}))`;

/** Ids as `inIds` takes them. */
export const idsParam = (ids: readonly number[]): string =>
  dialect === 'postgresql' ? `{${ids.join(',')}}` : `[${ids.join(',')}]`;
