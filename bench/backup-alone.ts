import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { closeConnections, openConnections } from '#db/connections';
import { writeBackup } from '#lib/backup/write-backup';
import { settings } from '#lib/env';

/** `node bench/backup-alone.ts FILE` on the library at DATA_DIR: prints the longest pause of a process that does nothing else. */
const file = process.argv[2] ?? '';
await openConnections();
// What loading the program took is no pause of the backup.
await pause(500);
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const began = performance.now();
await writeBackup({ file, dataDir: settings().DATA_DIR, now: new Date() });
console.log(
  JSON.stringify({ pause: delay.max / 1e6, took: performance.now() - began, rss: process.memoryUsage().rss }),
);
await closeConnections();
