import { sessionStore } from '#lib/session/engines/engine';
import type { SessionStore } from '#lib/session/engines/store';
import { unlessSilent, within } from '#lib/within';

/**
 * How long a page waits for a session store that answers nobody, in milliseconds: it is worth more than what is remembered
 * of it. While the store answers others it is only busy, and what is counted is worth ten times that.
 */
const patienceMs = 1000;

/** Apart, for a store that can be read may not be written. */
const lastAnswers = { read: 0, write: 0 };

/** What a session store answers. Rejects where it does not. */
export function patiently<Answer>(kind: keyof typeof lastAnswers, asking: Promise<Answer>): Promise<Answer> {
  const heard = asking.then((answer) => {
    lastAnswers[kind] = performance.now();
    return answer;
  });
  return unlessSilent(heard, { ms: patienceMs, heard: () => lastAnswers[kind], most: 10 * patienceMs });
}

/** The store, once it is open: that it is tells nothing of whether it answers. */
export const openedStore = (): Promise<SessionStore | undefined> => within(sessionStore(), patienceMs);
