import { type Availability, isAllOut, nextDue } from '#lib/catalog/copies/copy-state';
import type { I18n } from '#lib/i18n/get-i18n';

export type Words = Pick<I18n, 't' | 'day'>;

/** “2 of 3 on the shelf”, or when the next comes back, in words and, for those who see it, in colour. */
export function availabilityText(availability: Availability, today: string, i18n: Words) {
  if (availability.copies === 0) return { className: 'text-quiet', text: i18n.t('books.noCopies') };
  const className = availability.onShelf > 0 ? 'state-in' : 'state-waiting';
  return { className, text: sentence(availability, today, i18n) };
}

function sentence(availability: Availability, today: string, { t, day }: Words): string {
  const { copies, onShelf } = availability;
  const due = availability.dueOn && nextDue(availability, today);
  if (!isAllOut(availability)) {
    const counts = t('books.availability', { copies, onShelf });
    return due ? t('availability.noneInUntil', { counts, date: day(due) }) : counts;
  }
  return due ? t('availability.outUntil', { copies, date: day(due) }) : t('availability.out', { copies });
}
