import { lte } from 'drizzle-orm';
import { type Transaction, transaction } from '#db/client';
import { lock } from '#db/lock';
import { purchaseSuggestions, purchaseSuggestionSenders as senders } from '#db/schema/acquisitions';
import type { PurchaseSuggestion } from '#lib/acquisitions/purchase-suggestion-form';
import { day, type Wait } from '#lib/acquisitions/purchase-suggestion-limits';
import { isSent, waitOf } from '#lib/acquisitions/purchase-suggestion-queries';
import { type Sending, sendingOf } from '#lib/acquisitions/purchase-suggestion-sending';
import type { Actor } from '#lib/auth/actor';

export type SuggestPurchaseOutcome = { ok: true } | ({ ok: false } & Wait);

/**
 * Asks the library to buy a book. The same form with the same words, or the same words from the same client within a
 * day, is one suggestion, however often it is sent and whatever the limits say by then.
 */
export async function suggestPurchase(
  actor: Actor,
  suggestion: PurchaseSuggestion,
  now: Date,
): Promise<SuggestPurchaseOutcome> {
  const sending = sendingOf(actor, suggestion, now);
  return transaction(async (tx) => {
    await lock(tx, 'purchase suggestions');
    await forget(tx, now);
    const wait = await waitOf(sending, tx);
    if (wait) return (await isSent(sending, tx)) ? { ok: true } : { ok: false, ...wait };
    await store(tx, suggestion, sending);
    return { ok: true };
  });
}

/** Forgets who sent something more than a day ago. */
export const forgetSenders = (now: Date): Promise<void> => transaction((tx) => forget(tx, now));

async function forget(tx: Transaction, now: Date): Promise<void> {
  await tx.delete(senders).where(lte(senders.sentAt, new Date(now.getTime() - day)));
}

/** The database knows what it has: what was sent before, also a moment ago, is not stored again. */
async function store(tx: Transaction, suggestion: PurchaseSuggestion, sending: Sending): Promise<void> {
  const { title, author, note } = suggestion;
  const { clientHash, contentHash, sentAt, idempotencyKey } = sending;
  const row = { title, author: author || null, note: note || null, suggestedAt: sentAt, idempotencyKey };
  const first = await tx
    .insert(senders)
    .values({ clientHash, contentHash, sentAt })
    .onConflictDoNothing()
    .returning();
  if (first.length === 1) await tx.insert(purchaseSuggestions).values(row).onConflictDoNothing();
}
