import { parsePartialDate } from '#lib/catalog/partial-date';

/** ISO 8601 counts a year 0, so that 427 BCE is `-0426`; ours are without it. */
export function isoYear(year: number): string {
  const astronomical = year < 0 ? year + 1 : year;
  return `${astronomical < 0 ? '-' : ''}${String(Math.abs(astronomical)).padStart(4, '0')}`;
}

/** `1927-03-06` as it is; `-0427` as `-0426`; undefined for what is no date. */
export function isoDate(partial: string | null): string | undefined {
  const date = partial ? parsePartialDate(partial) : undefined;
  if (!date || !partial) return undefined;
  return isoYear(date.year) + partial.replace(/^-?\d{1,4}/, '');
}
