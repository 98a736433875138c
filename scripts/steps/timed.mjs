/** Runs a step under its name, and says how it ended and when. */
export async function timed(name, work) {
  console.log(`\n=== ${name}`);
  const started = Date.now();
  try {
    const result = await work();
    console.log(`=== ${name}: passed in ${secondsSince(started)}`);
    return result;
  } catch (error) {
    const stopped = error.code > 128;
    console.log(`=== ${name}: ${stopped ? 'stopped' : 'failed'} after ${secondsSince(started)}`);
    throw error;
  }
}

/**
 * Steps at the same time, which print nothing before they fail. The first that fails stops the others, as Ctrl-C would,
 * and is what is thrown.
 * @param {(() => Promise<unknown>)[]} steps
 */
export async function together(steps) {
  const running = steps.map((step) => step());
  try {
    await Promise.all(running);
  } catch (error) {
    process.emit('SIGTERM', 'SIGTERM');
    await Promise.allSettled(running);
    throw error;
  }
}

export const secondsSince = (started) => `${((Date.now() - started) / 1000).toFixed(1)} s`;
