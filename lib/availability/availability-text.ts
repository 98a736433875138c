import {
  type Availability,
  type AvailabilityLine,
  availabilityLine,
  type WhenToBorrow,
} from '#lib/catalog/copies/availability';
import { formatDayNear } from '#lib/i18n/format';
import type { I18n } from '#lib/i18n/get-i18n';

export type Words = Pick<I18n, 't' | 'locale'>;

/** The one sentence that a reader is told of a book's copies, and what marks it by its shape. */
export function availabilityText(availability: Availability, today: string, i18n: Words) {
  const line = availabilityLine(availability, today);
  return { mark: marks[line.kind], text: sentence(line, today, i18n) };
}

type Mark = 'state-in' | 'state-here' | 'state-waiting' | 'state-late' | 'state-none';

const marks: Record<AvailabilityLine['kind'], Mark> = {
  on_shelf: 'state-in',
  reference_only: 'state-here',
  back: 'state-waiting',
  overdue: 'state-late',
  on_loan: 'state-waiting',
  awaited: 'state-waiting',
  on_hold_shelf: 'state-waiting',
  in_process: 'state-waiting',
  in_repair: 'state-waiting',
  on_order: 'state-waiting',
  damaged: 'state-none',
  missing: 'state-none',
  lost: 'state-none',
  none: 'state-none',
};

function sentence(line: AvailabilityLine, today: string, i18n: Words): string {
  const { t } = i18n;
  if (line.kind === 'on_shelf') {
    const { copies, onShelf } = line;
    return onShelf === copies ? t('availability.on_shelf') : t('availability.someIn', { copies, onShelf });
  }
  if (line.kind !== 'reference_only') return plainSentence(line, today, i18n);
  if (!line.toBorrow) return t('availability.reference_only');
  const other = plainSentence(line.toBorrow, today, i18n);
  return t('availability.hereElse', { other: uncapitalised(other, i18n.locale) });
}

type PlainLine = WhenToBorrow | Exclude<AvailabilityLine, { kind: 'on_shelf' | 'reference_only' }>;

function plainSentence(line: PlainLine, today: string, { t, locale }: Words): string {
  if (!('date' in line)) return t(`availability.${line.kind}`);
  return t(`availability.${line.kind}`, { date: formatDayNear(locale, line.date, today) });
}

const uncapitalised = (text: string, locale: string) =>
  text.charAt(0).toLocaleLowerCase(locale) + text.slice(1);
