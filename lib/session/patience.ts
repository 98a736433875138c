import { unlessSilent } from '#lib/within';

/**
 * How long a page waits for a session store that answers nobody, in milliseconds: it is worth more than what is remembered
 * of it. While the store answers others it is only busy, and what is counted is worth ten times that.
 */
const patienceMs = 1000;

let lastAnswer = 0;

/** What a session store answers. Rejects where it does not. */
export function patiently<Answer>(asking: Promise<Answer>): Promise<Answer> {
  const heard = asking.then((answer) => {
    lastAnswer = performance.now();
    return answer;
  });
  return unlessSilent(heard, { ms: patienceMs, heard: () => lastAnswer, most: 10 * patienceMs });
}
