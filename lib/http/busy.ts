import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { admission, type Limits } from '#lib/http/admission';
import { askedBy, respond } from '#lib/http/node-request';
import { respondTrouble } from '#lib/http/trouble';

/**
 * With twenty at once the processor is busy, and their memory is little; who comes after them waits for a second or two,
 * and who would wait for longer hears so at once.
 */
const usual: Limits = { most: 20, queue: 300, patience: 10_000 };

/** Pages, and those that Next asks itself for while a form waits for them: neither takes the other's places. */
const pages = admission(usual);
const ownPages = admission({ ...usual, most: 10 });

const admissionOf = ({ headers }: IncomingMessage) =>
  headers['x-action-redirect'] === undefined && headers['x-action-forwarded'] === undefined
    ? pages
    : ownPages;

/**
 * What costs next to nothing, or tells whether the library lives: it is never turned away. Letter by letter, as any other
 * address may be one for which a page is made, were it only that nothing is there.
 */
const light =
  /^\/(?:_next\/static(?:\/(?!\.+(?:[/?]|$))[\w.~@()[\]-]+)+|healthz|icon\.svg|favicon\.ico|robots\.txt)(?:\?|$)/;

export const isLight = ({ url = '/' }: IncomingMessage): boolean => light.test(url);

/** How long a page is counted whose reader went away, in milliseconds. */
const abandonedMs = 5000;

/** Answers when there is a place; without one for long it says so. */
export async function admit(
  request: IncomingMessage,
  response: ServerResponse,
  { calm, answering }: { calm: () => Promise<void> | undefined; answering: () => Promise<void> },
): Promise<void> {
  const { enter, leave } = admissionOf(request);
  const entered = await enter();
  await calm();
  if (!entered) {
    await ownTurn();
    return answerBusy(request, response);
  }
  if (response.closed || request.socket.destroyed) return leave();
  const making = answering();
  response.once('close', () => void madeOrAbandoned(making).then(leave));
  await making;
}

/** Whoever goes away leaves a page that is still being made; Next never ends with some of those. */
const madeOrAbandoned = (making: Promise<void>): Promise<void> =>
  new Promise((resolve) => {
    const abandon = setTimeout(resolve, abandonedMs).unref();
    void making.finally(() => {
      clearTimeout(abandon);
      resolve();
    });
  });

let turns = Promise.resolve();

/** One in a turn of the loop: thousands of small answers at once would hold up everybody else. */
function ownTurn(): Promise<void> {
  turns = turns.then(() => nextTurn());
  return turns;
}

export function answerBusy(request: IncomingMessage, response: ServerResponse): void {
  respond(response, respondTrouble('busy', { ...askedBy(request), retryIn: 5 }));
}
