import { columns as c } from '#db/columns';

/** A stored session. Its id is known only to the browser's sealed cookie; here is a hash of it. */
export const sessions = c.table(
  'sessions',
  {
    idHash: c.key('id_hash').primaryKey(),
    /** How it expires, and whether it asks if cookies are kept: JSON. */
    terms: c.text('terms').notNull(),
    expiresAt: c.instant('expires_at').notNull(),
    /** Destroyed, but kept until it would have expired: a late save must not bring it back. */
    endedAt: c.instant('ended_at'),
  },
  (t) => [c.index('sessions_expiry').on(t.expiresAt)],
);

/** One row a value: two requests that write different keys do not erase each other's. */
export const sessionValues = c.table(
  'session_values',
  {
    idHash: c
      .key('id_hash')
      .notNull()
      .references(() => sessions.idHash, { onDelete: 'cascade' }),
    key: c.key('key').notNull(),
    /** JSON. */
    value: c.text('value').notNull(),
  },
  (t) => [c.primaryKey({ columns: [t.idHash, t.key] })],
);
