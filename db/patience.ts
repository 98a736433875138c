const ticks = 20;

/**
 * Calls `giveUp` after `ms` milliseconds, and later where this process itself is slow: it is others whose answer is not to
 * be waited for. Returns what cancels it.
 */
export function afterPatience(ms: number, giveUp: () => void): () => void {
  let left = ticks;
  let timer = setTimeout(tick, ms / ticks);
  function tick(): void {
    left -= 1;
    if (left === 0) giveUp();
    else timer = setTimeout(tick, ms / ticks);
  }
  return () => clearTimeout(timer);
}
