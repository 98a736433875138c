import type { Availability } from '#lib/catalog/copy-state';
import type { Translate } from '#lib/i18n/translator';

/** “2 of 3 on the shelf”, in words and, for those who see it, in colour. */
export function availabilityText(availability: Availability, t: Translate) {
  if (availability.copies === 0) return { className: 'text-quiet', text: t('books.noCopies') };
  const className = availability.onShelf > 0 ? 'state-in' : 'state-waiting';
  return { className, text: t('books.availability', availability) };
}

export function AvailabilityLine({ availability, t }: { availability: Availability; t: Translate }) {
  const { className, text } = availabilityText(availability, t);
  return <p className={className}>{text}</p>;
}
