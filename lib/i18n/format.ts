import type { Locale } from '#lib/i18n/locales';

const once = <Made>(make: (locale: Locale) => Made) => {
  const made = new Map<Locale, Made>();
  return (locale: Locale): Made => {
    const known = made.get(locale) ?? make(locale);
    made.set(locale, known);
    return known;
  };
};

const numbers = once((locale) => new Intl.NumberFormat(locale));
const languages = once((locale) => new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }));
const days = once((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));
const lists = once((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));

export const formatNumber = (locale: Locale, value: number) => numbers(locale).format(value);

export const formatList = (locale: Locale, items: string[]) => lists(locale).format(items);

/** A calendar date (`2026-03-02`) in words. */
export const formatDay = (locale: Locale, isoDate: string) =>
  days(locale).format(new Date(`${isoDate}T00:00:00Z`));

/** The name of a language by its ISO 639 code; the code itself where nobody knows a name. */
export function languageName(locale: Locale, code: string): string {
  try {
    const name = languages(locale).of(code) ?? code;
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  } catch {
    return code;
  }
}
