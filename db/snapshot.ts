import { setImmediate as nextTurn } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { type Connections, openConnections } from '#db/connections';
import type { DumpTable, DumpType } from '#db/dump-tables';
import { currentLocation } from '#db/location';

/** A row by the names of its columns, the same of both engines: moments in ISO text, lists as lists. */
export type DumpRow = Record<string, DumpValue>;
export type DumpValue = string | number | boolean | null | object;

/** All tables as they were at one moment, while others write. */
export type Snapshot = {
  /** The rows of a table in the order of its key, some at a time; between them others have their turn. */
  rows: (table: DumpTable) => AsyncGenerator<DumpRow[]>;
  /** The highest id that a table has given out, also to a record that is gone. */
  lastId: (table: DumpTable) => Promise<number>;
};

type Raw = Record<string, unknown>;
type Reader = Snapshot & { close: () => Promise<void> };

/** So many rows are a few milliseconds, in which nobody else is served. */
const together = 200;

/** Reads all tables as of one moment, on a connection of its own: nobody waits for it, however long it takes. */
export async function withSnapshot<Result>(work: (snapshot: Snapshot) => Promise<Result>): Promise<Result> {
  const location = currentLocation();
  if (location.dialect === 'sqlite') return closing(openFile(location.file), work);
  if (!location.embedded) return closing(await openServer(location.url), work);
  const open = (await openConnections()) as Extract<Connections, { kind: 'embedded' }>;
  return open.lite.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read read only');
    return work(postgresReader((statement) => tx.query<Raw>(statement)));
  }) as Promise<Result>;
}

async function closing<Result>(reader: Reader, work: (snapshot: Snapshot) => Promise<Result>) {
  try {
    return await work(reader);
  } finally {
    await reader.close();
  }
}

function openFile(file: string): Reader {
  const connection = new Sqlite(file, { readonly: true, timeout: 5000 });
  connection.exec('BEGIN');
  connection.prepare('SELECT count(*) FROM sqlite_master').get();
  return {
    rows: async function* (table) {
      let batch: DumpRow[] = [];
      for (const row of connection.prepare<[], Raw>(select(table)).iterate()) {
        batch.push(neutral(table, row));
        if (batch.length < together) continue;
        yield batch;
        batch = [];
        await nextTurn();
      }
      if (batch.length > 0) yield batch;
    },
    lastId: async ({ name }) =>
      Number(connection.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(name) ?? 0),
    close: async () => {
      connection.close();
    },
  };
}

async function openServer(connectionString: string): Promise<Reader> {
  const client = new pg.Client({ connectionString, application_name: 'LocalLibrary backup' });
  await client.connect();
  await client.query('begin isolation level repeatable read read only');
  return { ...postgresReader((statement) => client.query<Raw>(statement)), close: () => client.end() };
}

function postgresReader(ask: (statement: string) => Promise<{ rows: Raw[] }>): Snapshot {
  return {
    rows: async function* (table) {
      await ask(`declare dump no scroll cursor for ${select(table)}`);
      for (;;) {
        const { rows } = await ask(`fetch ${together} from dump`);
        if (rows.length === 0) break;
        yield rows.map((row) => neutral(table, row));
        await nextTurn();
      }
      await ask('close dump');
    },
    lastId: async ({ name, identity }) => {
      const { rows } = await ask(
        `select pg_sequence_last_value(pg_get_serial_sequence('${name}', '${identity}')) as last`,
      );
      return Number(rows[0]?.last ?? 0);
    },
  };
}

const quoted = (names: string[]) => names.map((name) => `"${name}"`).join(', ');

const select = ({ name, columns, key }: DumpTable) =>
  `select ${quoted(columns.map((column) => column.name))} from "${name}" order by ${quoted(key)}`;

function neutral({ name, columns }: DumpTable, row: Raw): DumpRow {
  try {
    return Object.fromEntries(
      columns.map((column) => [column.name, neutralValue(row[column.name], column.type)]),
    );
  } catch (error) {
    throw new Error(`A row of ${name} cannot be read: ${JSON.stringify(row[columns[0]?.name ?? ''])}`, {
      cause: error,
    });
  }
}

function neutralValue(value: unknown, type: DumpType): DumpValue {
  if (value === null || value === undefined) return null;
  if (type === 'instant') return new Date(value as Date | number).toISOString();
  if (type === 'json') return typeof value === 'string' ? JSON.parse(value) : value;
  if (type === 'boolean') return Boolean(value);
  return type === 'number' ? Number(value) : String(value);
}
