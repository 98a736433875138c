import { getTableName, is, type SQL, sql, Table } from 'drizzle-orm';
import { getTableConfig as postgresConfig } from 'drizzle-orm/pg-core';
import { SQLiteTable, getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core';
import * as schema from '#db/schema/index';

/** A reference of one table to another, and how to count the rows where it leads nowhere. */
export type ForeignKey = { from: string; to: string; orphans: SQL };

export const configOf = (table: SQLiteTable): ReturnType<typeof sqliteConfig> =>
  is(table, SQLiteTable) ? sqliteConfig(table) : (postgresConfig(table as never) as never);

/** Every table of the schema; in both dialects of the type that SQLite's have. */
export const allTables = (): SQLiteTable[] =>
  Object.values<unknown>(schema).filter((part): part is SQLiteTable => is(part, Table));

export const foreignKeys = (): ForeignKey[] =>
  allTables().flatMap((table) =>
    configOf(table).foreignKeys.map((key) => {
      const { columns, foreignColumns, foreignTable } = key.reference();
      const pairs = columns.map((column, place) => {
        const foreign = foreignColumns[place];
        return sql`child.${sql.identifier(column.name)} = parent.${sql.identifier(foreign?.name ?? '')}`;
      });
      const filled = columns.map((column) => sql`child.${sql.identifier(column.name)} is not null`);
      return {
        from: getTableName(table),
        to: getTableName(foreignTable),
        orphans: sql`(select count(*) as n from ${table} as child where ${sql.join(filled, sql` and `)}
          and not exists (select 1 from ${foreignTable} as parent where ${sql.join(pairs, sql` and `)})) as orphans`,
      };
    }),
  );
