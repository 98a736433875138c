import { availableMemory } from './memory.mjs';
import { Failure } from './run.mjs';

/** In megabytes: `usual` is what it was seen to take, and with less than `least` it was never seen to end well. */
export const building = { task: 'Building the pages', usual: 800, least: 600 };
export const installing = { task: 'Installing', usual: 900, least: 600 };

const remedy =
  'stop other programs, give the machine or its container more memory or swap, or do it on another machine (docs/installation.md).';

/**
 * Looked at before: what lacks memory ends after a minute, and may take other programs with it. Returns how much is free;
 * throws `Failure` where it is far too little.
 */
export function assertMemory({ task, usual, least }, available = availableMemory()) {
  if (available >= usual) return available;
  const need = `${task} takes about ${usual} MB of memory, and ${available} MB are free here`;
  if (available < least) throw new Failure(1, `${need}: ${remedy}`);
  console.log(`${need}: it may take long, or fail.`);
  return available;
}

/** What went wrong with a task that began with so much memory; for want of it, where that was it. */
export function explained(error, { task, usual }, available) {
  if (!(error instanceof Failure) || !ranOut(error)) return error;
  const free = Number.isFinite(available) ? `, and ${available} MB were free` : '';
  const reason = `${task} was ended by the system, as happens when memory runs out`;
  return new Failure(error.code, `${reason}: it takes about ${usual} MB${free}; ${remedy}`, true);
}

const ranOut = ({ killed, report }) =>
  killed || /SIGKILL|heap out of memory|memory allocation of \d/.test(report);

/** For Next's build: memory is given back at once, and garbage not left lying. A fifth less is taken, in the same time. */
export const thriftyEnvironment = { MIMALLOC_PURGE_DELAY: '0', NODE_OPTIONS: '--max-semi-space-size=2' };
