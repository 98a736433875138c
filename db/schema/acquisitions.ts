import { sql } from 'drizzle-orm';
import { columns as c } from '#db/columns';

/** Books that people ask the library to buy: a purchase suggestion, as Koha calls it. */
export const purchaseSuggestions = c.table(
  'purchase_suggestions',
  {
    id: c.id(),
    title: c.text('title').notNull(),
    author: c.text('author'),
    note: c.text('note'),
    suggestedAt: c.instant('suggested_at').notNull(),
    /** A hash of the form it came with and of what was written there: a form that is sent again stores nothing new. */
    idempotencyKey: c.key('idempotency_key').notNull().unique(),
  },
  (t) => [c.check('purchase_suggestions_title', sql`${t.title} <> ''`)],
);

/** Who sent what lately, as keyed hashes, forgotten after a day: the same is stored once, and nobody sends too much. */
export const purchaseSuggestionSenders = c.table(
  'purchase_suggestion_senders',
  {
    clientHash: c.key('client_hash').notNull(),
    contentHash: c.key('content_hash').notNull(),
    sentAt: c.instant('sent_at').notNull(),
  },
  (t) => [
    c.primaryKey({ columns: [t.clientHash, t.contentHash] }),
    c.index('purchase_suggestion_senders_sent').on(t.sentAt),
  ],
);
