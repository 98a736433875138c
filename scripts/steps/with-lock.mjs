import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inProject } from './project.mjs';
import { assertWritable } from './writable.mjs';

/** Next empties .next before a build, except for its cache. */
const lockFile = inProject('.next/cache/preparing');
const heartbeatMs = 1000;
const abandonedAfter = 8 * heartbeatMs;

/**
 * Runs `work` while no other process of this project installs or builds; waits for one that does. The lock is a
 * file that its owner keeps touching: one left behind by a killed process is soon known by its age. Throws `Failure`.
 */
export async function withLock(doing, work) {
  assertWritable();
  if (!take()) {
    console.log(`Waiting for another LocalLibrary that is ${doing} …`);
    while (!take()) await wait(heartbeatMs / 2);
  }
  const heartbeat = setInterval(touch, heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(lockFile, { force: true });
  }
}

function take() {
  mkdirSync(dirname(lockFile), { recursive: true });
  if (age() > abandonedAfter) rmSync(lockFile, { force: true });
  try {
    writeFileSync(lockFile, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function age() {
  const state = statSync(lockFile, { throwIfNoEntry: false });
  return state ? Date.now() - state.mtimeMs : 0;
}

function touch() {
  const now = new Date();
  utimesSync(lockFile, now, now);
}
