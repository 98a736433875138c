import { setTimeout as pause } from 'node:timers/promises';
import type { Database as SqliteConnection } from 'better-sqlite3';
import { isBusy } from '#db/errors';
import { afterSilence } from '#db/patience';

const queues = globalThis as typeof globalThis & { libraryWriteQueue?: Promise<unknown> };

/** Milliseconds from queueing. What a person waits for is worth them. */
const defaultPatienceMs = 15_000;

/** Of this process, by `performance.now()`. */
let lastCommit = 0;

/** Its turn did not come in time: somebody else is writing, or many are waiting. */
export class WriteQueueError extends Error {
  override name = 'WriteQueueError';
  readonly code = 'SQLITE_BUSY';
}

/**
 * Runs `work` after everything that was queued before it, between BEGIN IMMEDIATE and COMMIT. Throws, and never runs
 * it, where that has not begun when nobody could write for `patienceMs`.
 */
export function exclusively<Result>(
  writer: SqliteConnection,
  work: () => Promise<Result>,
  patienceMs = defaultPatienceMs,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    let waiting = true;
    const patience = { ms: patienceMs, heard: () => lastCommit, most: defaultPatienceMs };
    const cancel = afterSilence(patience, () => {
      waiting = false;
      reject(new WriteQueueError(`Nothing could be written for ${patienceMs} ms.`));
    });
    const turn = async () => {
      if (!waiting) return;
      await begin(writer, () => waiting).finally(cancel);
      await commit(writer, work).then(resolve);
    };
    queues.libraryWriteQueue = (queues.libraryWriteQueue ?? Promise.resolve()).then(turn).catch(reject);
  });
}

async function commit<Result>(writer: SqliteConnection, work: () => Promise<Result>): Promise<Result> {
  try {
    const result = await work();
    writer.exec('COMMIT');
    lastCommit = performance.now();
    return result;
  } catch (error) {
    if (writer.inTransaction) writer.exec('ROLLBACK');
    throw error;
  }
}

/** SQLite's own busy timeout would block the event loop while another process writes: we wait outside it. */
async function begin(writer: SqliteConnection, waiting: () => boolean): Promise<void> {
  for (;;) {
    try {
      writer.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!isBusy(error) || !waiting()) throw error;
      await pause(5 + Math.random() * 20);
    }
  }
}
