const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  const format = formats.get(zone) ?? buildFormat(zone);
  formats.set(zone, format);
  return format;
}

const buildFormat = (timeZone: string) =>
  new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });

/** The calendar day of a moment in a time zone, as ISO text such as `2026-03-02`. */
export function dayOf(moment: Date, zone: string): string {
  const parts = formatIn(zone).formatToParts(moment);
  const part = (name: 'year' | 'month' | 'day') => parts.find(({ type }) => type === name)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** What the calendar on the library's wall says. */
export const today = (now: Date, zone: string): string => dayOf(now, zone);

/**
 * The moment when clocks in a zone show a time such as `03:10` on a day: the first of two where they are put back, and
 * where they are put forward over it, as much later as they jump.
 */
export function momentOf(day: string, time: string, zone: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const [before, after] = [-1, 1].map((side) => asUtc - offsetAt(asUtc + side * dayMs, zone));
  if (before === undefined || after === undefined) throw new RangeError(`${day} ${time} is no time.`);
  const shown = [before, after].filter((moment) => moment + offsetAt(moment, zone) === asUtc);
  return new Date(shown.length > 0 ? Math.min(...shown) : before);
}

const dayMs = 24 * 60 * 60 * 1000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** How far the clocks of a zone are ahead of UTC, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  clocks.set(timeZone, clock);
  return Date.parse(`${clock.format(moment).replace(' ', 'T')}Z`) - Math.floor(moment / 1000) * 1000;
}

/** For programs, which read a day without a time zone as one of UTC. */
export const utcDayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** A place's name in the IANA database, old names too. Not an offset such as `+03:00`: it knows no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    buildFormat(name);
    return true;
  } catch {
    return false;
  }
}

/** The zone that this machine stands in; UTC where it does not say, or says something that nobody knows. */
export function machineTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions() as { timeZone: string | undefined };
  return timeZone && isTimeZone(timeZone) ? timeZone : 'UTC';
}
