import type { Availability } from '#lib/catalog/copies/copy-state';
import { availabilityText, type Words } from './availability-text';

type Props = { availability: Availability; today: string; i18n: Words };

export function AvailabilityLine({ availability, today, i18n }: Props) {
  const { className, text } = availabilityText(availability, today, i18n);
  return <p className={className}>{text}</p>;
}
