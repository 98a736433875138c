import { sql } from 'drizzle-orm';
import { columns as c } from '#db/columns';
import { books, conditions, copies } from '#db/schema/catalog';

/** What a reader is told of a copy: where it is if its condition is ok, its condition otherwise. */
export const copyStates = [
  'on_shelf',
  'on_loan',
  'on_hold_shelf',
  ...conditions.filter((condition) => condition !== 'ok'),
] as const;

export const members = c.table('members', {
  id: c.id(),
  name: c.text('name').notNull(),
  barcode: c.text('barcode').notNull().unique(),
});

export const loans = c.table(
  'loans',
  {
    id: c.id(),
    copyId: c
      .integer('copy_id')
      .notNull()
      .references(() => copies.id, { onDelete: 'restrict' }),
    /** Null once the loan is returned and its privacy period is over. */
    memberId: c.integer('member_id').references(() => members.id, { onDelete: 'restrict' }),
    checkedOutOn: c.date('checked_out_on').notNull(),
    dueOn: c.date('due_on').notNull(),
    returnedAt: c.instant('returned_at'),
  },
  (t) => [
    c.uniqueIndex('loans_one_open_per_copy').on(t.copyId).where(sql`${t.returnedAt} is null`),
    c.index('loans_copy').on(t.copyId),
    c.index('loans_member').on(t.memberId),
    c.check('loans_due_after_check_out', sql`${t.dueOn} >= ${t.checkedOutOn}`),
    c.check('loans_open_has_member', sql`${t.returnedAt} is not null or ${t.memberId} is not null`),
  ],
);

/** Open while `closedAt` is null; ready, on the hold shelf, once a copy was set aside for it. */
export const holds = c.table(
  'holds',
  {
    id: c.id(),
    bookId: c
      .integer('book_id')
      .notNull()
      .references(() => books.id, { onDelete: 'restrict' }),
    memberId: c
      .integer('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'restrict' }),
    placedAt: c.instant('placed_at').notNull(),
    copyId: c.integer('copy_id'),
    pickUpBy: c.date('pick_up_by'),
    closedAt: c.instant('closed_at'),
  },
  (t) => [
    c.foreignKey({
      name: 'holds_copy_of_title',
      columns: [t.copyId, t.bookId],
      foreignColumns: [copies.id, copies.bookId],
    }),
    c
      .uniqueIndex('holds_one_ready_per_copy')
      .on(t.copyId)
      .where(sql`${t.closedAt} is null and ${t.copyId} is not null`),
    c.uniqueIndex('holds_one_open_per_member').on(t.bookId, t.memberId).where(sql`${t.closedAt} is null`),
    c.index('holds_member').on(t.memberId),
    c.check('holds_ready_has_date', sql`(${t.copyId} is null) = (${t.pickUpBy} is null)`),
  ],
);

/** Where each copy is and whether a reader can have it: the one rule, in db/sql/<dialect>/availability.sql. */
export const copyStatus = c
  .view('copy_status', {
    copyId: c.integer('copy_id').notNull(),
    bookId: c.integer('book_id').notNull(),
    condition: c.oneOf('condition', conditions).notNull(),
    state: c.oneOf('state', copyStates).notNull(),
    /** Of the open loan. */
    dueOn: c.date('due_on'),
    /** Of the ready hold. */
    heldUntil: c.date('held_until'),
  })
  .existing();
