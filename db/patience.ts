type Options = {
  /** Milliseconds of silence that are enough. */
  ms: number;
  /** When something was last heard, by `performance.now()`: who waits in a line that moves, waits on. */
  heard: () => number;
  /** Milliseconds that are enough in any case. */
  most: number;
};

/** Steps of a wait, so that what this process itself is slow at does not count: a late step is one step. */
const steps = 20;

/** Calls `giveUp` when nothing was heard for long enough. Returns what cancels it. */
export function afterSilence({ ms, heard, most }: Options, giveUp: () => void): () => void {
  const began = performance.now();
  let lastHeard = heard();
  let left = steps;
  let timer = setTimeout(step, ms / steps);
  function step(): void {
    const now = heard();
    left = now > lastHeard ? steps : left - 1;
    lastHeard = now;
    if (left <= 0 || performance.now() - began > most) giveUp();
    else timer = setTimeout(step, ms / steps);
  }
  return () => clearTimeout(timer);
}
