import Sqlite from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { db } from '#db/client';
import { currentLocation } from '#db/location';

/** What the engine itself finds wrong with its data. On SQLite this reads the whole file, and holds the event loop. */
export async function engineTrouble(): Promise<string[]> {
  const location = currentLocation();
  return location.dialect === 'sqlite' ? fileTrouble(location.file) : constraintTrouble();
}

const indexes = ['search_index', 'search_authors'];

function fileTrouble(file: string): string[] {
  const connection = new Sqlite(file, { timeout: 5000 });
  try {
    const answers = connection.prepare<[], string>('PRAGMA integrity_check').pluck().all();
    const trouble = answers.filter((answer) => answer !== 'ok').map((answer) => `SQLite says: ${answer}.`);
    return trouble.length > 0 ? trouble : indexes.flatMap((index) => indexTrouble(connection, index));
  } catch (error) {
    return [`SQLite cannot read the file: ${error instanceof Error ? error.message : error}.`];
  } finally {
    connection.close();
  }
}

function indexTrouble(connection: Sqlite.Database, index: string): string[] {
  try {
    connection.prepare(`INSERT INTO ${index} (${index}) VALUES ('integrity-check')`).run();
    return [];
  } catch (error) {
    return [`The index ${index} is damaged: ${error instanceof Error ? error.message : error}.`];
  }
}

async function constraintTrouble(): Promise<string[]> {
  const rows = await db
    .select({ name: sql<string>`conname` })
    .from(sql`pg_constraint`)
    .where(sql`not convalidated and connamespace = 'public'::regnamespace`);
  return rows.map(({ name }) => `PostgreSQL does not vouch for the constraint ${name}.`);
}
