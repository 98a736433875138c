import type { Locale } from '#lib/i18n/locales';

type PartialDate = { year: number; month: number | undefined; day: number | undefined };

/** `1927`, `1927-03`, `1927-03-06`; `-0427` is the year 427 BCE. */
export function parsePartialDate(text: string): PartialDate | undefined {
  const [, year, month, day] = /^(-?\d{1,4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const date = {
    year: Number(year),
    month: month ? Number(month) : undefined,
    day: day ? Number(day) : undefined,
  };
  return isInCalendar(date) ? date : undefined;
}

function isInCalendar({ year, month = 1, day = 1 }: PartialDate): boolean {
  const moment = new Date(Date.UTC(2000, 0, 1));
  moment.setUTCFullYear(year, month - 1, day);
  return moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
}

/** Whether somebody born then may have died then: false only where what is known of both says otherwise. */
export function isLifeInOrder(born: string | null, died: string | null): boolean {
  const [from, to] = [born, died].map((date) => (date === null ? undefined : parsePartialDate(date)));
  if (!from || !to) return true;
  for (const part of ['year', 'month', 'day'] as const) {
    const [before, after] = [from[part], to[part]];
    if (before === undefined || after === undefined) return true;
    if (before !== after) return before < after;
  }
  return true;
}

const eras: Record<Locale, string> = { en: 'BCE', es: 'a. C.', 'pt-BR': 'a.C.' };

/** `1967`, `427 BCE`. */
export function formatYear(locale: Locale, year: number): string {
  return year < 0 ? `${-year}\u00a0${eras[locale]}` : String(year);
}

/** `1927–2014`, `427–347 BCE`, `b. 1947`, `d. 1616`; undefined where neither is known. */
export function lifespan(
  locale: Locale,
  born: string | null,
  died: string | null,
  words: { born: (year: string) => string; died: (year: string) => string },
): string | undefined {
  const from = born ? parsePartialDate(born)?.year : undefined;
  const to = died ? parsePartialDate(died)?.year : undefined;
  if (from === undefined && to === undefined) return undefined;
  if (to === undefined) return words.born(formatYear(locale, from ?? 0));
  if (from === undefined) return words.died(formatYear(locale, to));
  const sameEra = from < 0 && to < 0;
  return `${sameEra ? -from : formatYear(locale, from)}–${formatYear(locale, to)}`;
}

/** A date as exact as it is known: `March 6, 1927`, `March 1927`, `1927`. */
export function formatPartialDate(locale: Locale, text: string): string {
  const date = parsePartialDate(text);
  if (!date) return text;
  if (date.year < 0 || date.month === undefined) return formatYear(locale, date.year);
  const moment = new Date(Date.UTC(2000, date.month - 1, date.day ?? 1));
  moment.setUTCFullYear(date.year);
  const format = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    ...(date.day && { day: 'numeric' }),
    timeZone: 'UTC',
  });
  return format.format(moment);
}
