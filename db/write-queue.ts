import { setTimeout as pause } from 'node:timers/promises';
import type { Database as SqliteConnection } from 'better-sqlite3';
import { isBusy } from '#db/errors';

const timeoutMs = 15_000;

const queues = globalThis as typeof globalThis & { libraryWriteQueue?: Promise<unknown> };

/** Runs `work` after everything that was queued before it, between BEGIN IMMEDIATE and COMMIT. */
export function exclusively<Result>(writer: SqliteConnection, work: () => Promise<Result>): Promise<Result> {
  const turn = (queues.libraryWriteQueue ?? Promise.resolve()).then(() => commit(writer, work));
  queues.libraryWriteQueue = turn.catch(() => {});
  return turn;
}

async function commit<Result>(writer: SqliteConnection, work: () => Promise<Result>): Promise<Result> {
  await begin(writer);
  try {
    const result = await work();
    writer.exec('COMMIT');
    return result;
  } catch (error) {
    if (writer.inTransaction) writer.exec('ROLLBACK');
    throw error;
  }
}

/** SQLite's own busy timeout would block the event loop while another process writes: we wait outside it. */
async function begin(writer: SqliteConnection): Promise<void> {
  for (const start = performance.now(); ; ) {
    try {
      writer.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() - start > timeoutMs) throw error;
      await pause(5 + Math.random() * 20);
    }
  }
}
