import type { loans } from '#db/schema/circulation';

const day = 86_400_000;

export function loanRow(copyId: number, memberId: number, now: Date): typeof loans.$inferInsert {
  const dayOf = (days: number) => new Date(now.getTime() + days * day).toISOString().slice(0, 10);
  return { copyId, memberId, checkedOutOn: dayOf(-(copyId % 19)), dueOn: dayOf(21 - (copyId % 19)) };
}
