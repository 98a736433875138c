import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inProject } from './project.mjs';
import { assertWritable } from './writable.mjs';

/** Next empties .next before a build, except for its cache. */
const claim = inProject('.next/cache/preparing');
const beat = 1000;
const abandonedAfter = 8 * beat;

/**
 * Runs `work` while no other process of this project installs or builds; waits for one that does. The claim is a
 * file that its owner keeps touching: one left behind by a killed process is soon known by its age. Throws `Failure`.
 */
export async function alone(doing, work) {
  assertWritable();
  if (!take()) {
    console.log(`Waiting for another LocalLibrary that is ${doing} …`);
    while (!take()) await wait(beat / 2);
  }
  const beating = setInterval(touch, beat);
  try {
    return await work();
  } finally {
    clearInterval(beating);
    rmSync(claim, { force: true });
  }
}

function take() {
  mkdirSync(dirname(claim), { recursive: true });
  if (age() > abandonedAfter) rmSync(claim, { force: true });
  try {
    writeFileSync(claim, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function age() {
  const state = statSync(claim, { throwIfNoEntry: false });
  return state ? Date.now() - state.mtimeMs : 0;
}

function touch() {
  const now = new Date();
  utimesSync(claim, now, now);
}
