import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { databaseOf } from './library-data.ts';
import type { Library } from './library-server.ts';

const lent = 'select copy_id from loans where returned_at is null';
const setAside = 'select copy_id from holds where closed_at is null and copy_id is not null';

const questions = {
  books: 'select count(*) from books',
  copies: 'select count(*) from copies',
  copiesAvailable: `select count(*) from copies where condition = 'ok' and id not in (${lent}) and id not in (${setAside})`,
  authors: 'select count(*) from authors',
  genres: 'select count(*) from genres',
};

/** What a library holds, counted row by row in its own database, past everything that the site keeps. */
export async function countRecords(library: Library): Promise<number[]> {
  const counts: number[] = [];
  for (const question of Object.values(questions)) counts.push(await askLibrary(library, question));
  return counts;
}

/** The one number that answers a question in SQL. */
export async function askLibrary({ dataDir }: Library, question: string): Promise<number> {
  const address = await databaseOf(dataDir);
  return address ? askPostgresql(address, question) : askSqlite(join(dataDir, 'library.db'), question);
}

function askSqlite(file: string, question: string): number {
  const database = new Sqlite(file, { readonly: true });
  try {
    return Number(database.prepare(question).pluck().get());
  } finally {
    database.close();
  }
}

async function askPostgresql(connectionString: string, question: string): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query(question);
    return Number(Object.values(rows[0] ?? {})[0]);
  } finally {
    await client.end();
  }
}

/** Changes the library's database behind its back. */
export async function tellLibrary({ dataDir }: Library, statement: string): Promise<void> {
  const address = await databaseOf(dataDir);
  if (address) await askPostgresql(address, statement);
  else new Sqlite(join(dataDir, 'library.db')).exec(statement).close();
}
