import { addDays } from '#db/calendar';
import type { loans } from '#db/schema/circulation';

export function loanRow(copyId: number, memberId: number, today: string): typeof loans.$inferInsert {
  const checkedOutOn = addDays(today, -(copyId % 19));
  return { copyId, memberId, checkedOutOn, dueOn: addDays(checkedOutOn, 21) };
}
