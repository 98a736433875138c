import { and, desc, eq } from 'drizzle-orm';
import type { Database } from '#db/client';
import { purchaseSuggestions, purchaseSuggestionSenders as senders } from '#db/schema/acquisitions';
import {
  type Limit,
  limits,
  longestWait,
  type Wait,
  waitFor,
} from '#lib/acquisitions/purchase-suggestion-limits';
import type { Sending } from '#lib/acquisitions/purchase-suggestion-sending';

type From = Pick<Database, 'select'>;

/** Whether it is stored already: the same words from the same client lately, or the same form with the same words. */
export async function isSent(sending: Sending, from: From): Promise<boolean> {
  const sameWords = and(
    eq(senders.clientHash, sending.clientHash),
    eq(senders.contentHash, sending.contentHash),
  );
  const sameForm = eq(purchaseSuggestions.idempotencyKey, sending.idempotencyKey);
  const lately = await from.select({ sentAt: senders.sentAt }).from(senders).where(sameWords);
  const ever = await from.select({ id: purchaseSuggestions.id }).from(purchaseSuggestions).where(sameForm);
  return lately.length + ever.length > 0;
}

/** How long a client has to wait before the next is taken; undefined where it is taken now. */
export async function waitOf(sending: Sending, from: From): Promise<Wait | undefined> {
  const waits: Wait[] = [];
  for (const limit of limits) {
    const wait = waitFor(limit, await oldestOfLast(limit, sending, from), sending.sentAt);
    if (wait) waits.push(wait);
  }
  return longestWait(waits);
}

/** When the oldest of the last `max` was sent; undefined where there were fewer. */
async function oldestOfLast(
  { of, max }: Limit,
  { clientHash }: Sending,
  from: From,
): Promise<Date | undefined> {
  const [row] = await from
    .select({ sentAt: senders.sentAt })
    .from(senders)
    .where(of === 'client' ? eq(senders.clientHash, clientHash) : undefined)
    .orderBy(desc(senders.sentAt))
    .limit(1)
    .offset(max - 1);
  return row?.sentAt;
}
