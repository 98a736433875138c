import type { Server } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds that answers wait at most for others to be taken up. */
const patience = 800;

/**
 * Node takes up one connection in a turn of its loop. While pages are made a turn is long, and of a thousand connections
 * that come at once the last, which may be a monitor's, would wait for seconds to be so much as heard. Resolves when a turn
 * brought no new one, at once where the turn before did not.
 */
export function acceptFirst(server: Server): () => Promise<void> | undefined {
  let came = false;
  let waiting: Promise<void> | undefined;
  server.on('connection', () => {
    came = true;
  });
  const wait = async () => {
    for (const until = performance.now() + patience; came && performance.now() < until; ) {
      came = false;
      await nextTurn();
      await nextTurn();
    }
    came = false;
    waiting = undefined;
  };
  return () => {
    if (came) waiting ??= wait();
    return waiting;
  };
}
