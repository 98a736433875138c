import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client';
import { dialect } from '#db/columns';
import type { DumpColumn, DumpTable } from '#db/dump-tables';
import type { DumpRow, DumpValue } from '#db/snapshot';
import { bounded } from '#db/sort-key';
import { runStatement } from '#db/statement';

/** SQLite takes 32,766 values in one statement, PostgreSQL 65,535. */
const maxValues = 30_000;

/** Writes rows of a dump into a table that has none of them. Triggers count them as they arrive. */
export async function loadRows(tx: Transaction, table: DumpTable, rows: readonly DumpRow[]): Promise<void> {
  const columns = table.columns.filter(({ kept }) => !kept);
  const together = Math.floor(maxValues / columns.length);
  for (let first = 0; first < rows.length; first += together)
    await runStatement(tx, insert(table.name, columns, rows.slice(first, first + together)));
}

function insert(table: string, columns: DumpColumn[], rows: readonly DumpRow[]): SQL {
  const values = rows.map(
    (row) =>
      sql`(${sql.join(
        columns.map((column) => parameter(row, column)),
        sql`, `,
      )})`,
  );
  const names = columns.map(({ name }) => sql.identifier(name));
  return sql`insert into ${sql.identifier(table)} (${sql.join(names, sql`, `)}) values ${sql.join(values, sql`, `)}`;
}

const parameter = (row: DumpRow, column: DumpColumn) => sql`${driverValue(row[column.name] ?? null, column)}`;

function driverValue(value: DumpValue, { name, type }: DumpColumn): unknown {
  if (value === null) return null;
  const text = (part: unknown) =>
    typeof part === 'string' ? storable(isKey(name) ? bounded(part) : part) : part;
  if (type === 'json') return JSON.stringify(value, (_, part) => text(part));
  if (type === 'instant' && dialect === 'sqlite') return Date.parse(String(value));
  if (type === 'boolean' && dialect === 'sqlite') return value ? 1 : 0;
  return text(value);
}

/** What SQLite of an earlier version took of any length, and an index of PostgreSQL does not. */
const isKey = (name: string) => /^(?:sort|author|title)_keys?$/.test(name);

/** SQLite of an earlier version also held what PostgreSQL refuses: half letters, and a character of no width at all. */
const storable = (text: string) => text.toWellFormed().replaceAll('\0', '');

/** New records get ids above those that the library has ever given out. */
export async function setLastId(tx: Transaction, { name, identity }: DumpTable, last: number): Promise<void> {
  if (!identity || last === 0) return;
  if (dialect === 'postgresql') {
    const sequence = sql`pg_get_serial_sequence(${name}::text, ${identity}::text)`;
    await runStatement(tx, sql`select setval(${sequence}, ${last}::bigint)`);
    return;
  }
  await runStatement(tx, sql`delete from sqlite_sequence where name = ${name}`);
  await runStatement(tx, sql`insert into sqlite_sequence (name, seq) values (${name}, ${last})`);
}
