import { createHash } from 'node:crypto';
import type { PurchaseSuggestion } from '#lib/acquisitions/purchase-suggestion-form';
import type { Actor } from '#lib/auth/actor';
import { clientHash } from '#lib/auth/client-hash';

/** What two sendings are compared by. */
export type Sending = { clientHash: string; contentHash: string; idempotencyKey: string; sentAt: Date };

export function sendingOf({ client }: Actor, suggestion: PurchaseSuggestion, sentAt: Date): Sending {
  const { title, author, note, formKey } = suggestion;
  const content = [title, author, note];
  return {
    clientHash: clientHash(client, 'purchase suggestions'),
    contentHash: hashOf(content),
    // With the words: who goes back and asks for another book by the same form is not ignored.
    idempotencyKey: hashOf([formKey, ...content]),
    sentAt,
  };
}

const hashOf = (texts: string[]) => createHash('sha256').update(JSON.stringify(texts)).digest('base64url');
