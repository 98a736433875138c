import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { count } from 'drizzle-orm';
import { db, transaction } from '#db/client';
import { closeConnections, openConnections } from '#db/connections';
import { purchaseSuggestions } from '#db/schema/acquisitions';
import { books } from '#db/schema/catalog';
import { restore } from '#lib/backup/restore';
import { writeBackup } from '#lib/backup/write-backup';
import { prepareData } from '#lib/boot/prepare-data';
import { checkLibrary } from '#lib/check/check-library';
import { settings } from '#lib/env';

/** What is killed, and what looks at the rest: `node bench/crash/operations.ts <operation>` on the library at DATA_DIR. */
const operations: Record<string, () => Promise<void>> = {
  start: () => prepareData(settings(), new Date(), () => {}),
  write,
  backup: async () => {
    await openConnections();
    await writeBackup({ file: ours('backups/drill.tar.gz'), dataDir: settings().DATA_DIR, now: new Date() });
  },
  restore: async () => {
    const file = process.argv[3] ?? '';
    await restore({ file, dataDir: settings().DATA_DIR, now: new Date() });
  },
  look,
};

const ours = (path: string) => join(settings().DATA_DIR, path);

/** Unbuffered: what was said has happened. */
const say = (text: string) => writeSync(1, `${text}\n`);

/** One suggestion after the other, each told once it is stored. */
async function write(): Promise<void> {
  await openConnections();
  for (let number = 1; ; number++) {
    const title = `${process.pid}-${number}`;
    const row = { title, suggestedAt: new Date(), idempotencyKey: title };
    await transaction((tx) => tx.insert(purchaseSuggestions).values(row));
    say(title);
  }
}

/** Starts the library as after any crash, and says what it holds and what is wrong with it. */
async function look(): Promise<void> {
  await prepareData(settings(), new Date(), () => {});
  const [row] = await db.select({ n: count() }).from(books);
  const suggestions = await db.select({ title: purchaseSuggestions.title }).from(purchaseSuggestions);
  const wrong = await checkLibrary();
  say(JSON.stringify({ books: row?.n, suggestions: suggestions.map(({ title }) => title), wrong }));
}

say('begun');
await operations[process.argv[2] ?? '']?.();
await closeConnections();
