import type { Locale } from '#lib/i18n/locales';
import { translator } from '#lib/i18n/translator';

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

export const formatDay = (locale: Locale, isoDate: string) =>
  days(locale).format(new Date(`${isoDate}T00:00:00Z`));

const minute = 60_000;
const daysOfThisYear = once(
  (locale) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }),
);
const dayMs = 24 * 60 * minute;

/** A day that is seen from another near it, without its year where nobody can mistake it: “December 10”. */
export function formatDayNear(locale: Locale, isoDate: string, today: string): string {
  const away = Math.abs(Date.parse(isoDate) - Date.parse(today)) / dayMs;
  return away < 300
    ? daysOfThisYear(locale).format(new Date(`${isoDate}T00:00:00Z`))
    : formatDay(locale, isoDate);
}

const waits = once((locale) => new Intl.RelativeTimeFormat(locale));

/** How long it is until a moment, never said to be shorter than it is: “in 35 minutes”, “in 3 hours”. */
export function formatWait(locale: Locale, from: Date, until: Date): string {
  const minutes = Math.max(1, Math.ceil((until.getTime() - from.getTime()) / minute));
  return minutes <= 90
    ? waits(locale).format(minutes, 'minute')
    : waits(locale).format(Math.ceil(minutes / 60), 'hour');
}

const languageNames = once(() => new Map<string, string>());

/** The name of a language by its ISO 639 code; the code itself where nobody knows a name. */
export function languageName(locale: Locale, code: string): string {
  const names = languageNames(locale);
  const name = names.get(code) ?? nameOfLanguage(locale, code);
  // There are few languages, but anybody may ask for a code that is none.
  if (names.size < 1000) names.set(code, name);
  return name;
}

function nameOfLanguage(locale: Locale, code: string): string {
  try {
    return capitalised(languages(locale).of(code) ?? unnamed(locale, code), locale);
  } catch {
    return code;
  }
}

/** Codes of ISO 639 for what has no code of its own. */
function unnamed(locale: Locale, code: string): string {
  const t = translator(locale);
  if (code === 'und') return t('index.unknownLanguage');
  return code === 'mis' || /^q[a-t][a-z]$/.test(code) ? t('index.otherLanguage') : code;
}

/** Georgian has capitals, but no word begins with one. */
const capitalised = (name: string, locale: string) =>
  /^\p{Script=Georgian}/u.test(name) ? name : name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);

const scripts = once((locale) => new Intl.DisplayNames(locale, { type: 'script', fallback: 'none' }));

/** The name of a script by its ISO 15924 code; undefined where nobody knows one. */
export function scriptName(locale: Locale, code: string): string | undefined {
  const name = code === 'Zzzz' ? undefined : scripts(locale).of(code);
  return name && capitalised(name, locale);
}

export function nameInItself(code: string): string | undefined {
  try {
    const [spoken] = Intl.DisplayNames.supportedLocalesOf(code);
    const name = spoken && new Intl.DisplayNames(spoken, { type: 'language', fallback: 'none' }).of(code);
    return name && capitalised(name, spoken);
  } catch {
    return undefined;
  }
}

const collators = once((locale) => new Intl.Collator(locale));

/** The order of names in a reader's language; two of the same sound are told apart. */
export const compareNames = (locale: Locale) => (one: string, other: string) =>
  collators(locale).compare(one, other) || (one < other ? -1 : Number(one > other));
