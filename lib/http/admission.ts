export type Limits = {
  /** So many are inside at once. */
  most: number;
  /** So many wait for one of them to leave. */
  queue: number;
  /** Milliseconds after which one has waited enough. */
  patience: number;
};

/** Lets only so many in at once. `enter` is true when it is the caller's turn, who says `leave` then. */
export function admission({ most, queue, patience }: Limits) {
  let inside = 0;
  const waiting = new Set<(entered: boolean) => void>();

  const enter = (): Promise<boolean> | boolean => {
    if (inside < most) {
      inside += 1;
      return true;
    }
    if (waiting.size >= queue) return false;
    return new Promise((resolve) => {
      const settle = (entered: boolean) => {
        clearTimeout(giveUp);
        waiting.delete(settle);
        resolve(entered);
      };
      const giveUp = setTimeout(settle, patience, false);
      waiting.add(settle);
    });
  };

  /** Whoever has waited longest takes the place. */
  const leave = () => {
    const [next] = waiting;
    if (next) next(true);
    else inside -= 1;
  };

  return { enter, leave };
}
