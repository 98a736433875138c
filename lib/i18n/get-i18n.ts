import { headers } from 'next/headers';
import { cache } from 'react';
import { formatDay, formatList, formatNumber, formatWait, languageName } from '#lib/i18n/format';
import { type Locale, preferredLocale } from '#lib/i18n/locales';
import { type Translate, translator } from '#lib/i18n/translator';
import { readSession } from '#lib/visitor/session';

export type I18n = {
  locale: Locale;
  t: Translate;
  number: (value: number) => string;
  day: (isoDate: string) => string;
  list: (items: string[]) => string;
  wait: (from: Date, until: Date) => string;
  languageName: (code: string) => string;
};

/** The language of this request, for Server Components: the one chosen before, else what the browser asks for. */
export const getI18n = cache(async (): Promise<I18n> => {
  const session = await readSession();
  const locale = session.get('language') ?? preferredLocale((await headers()).get('accept-language'));
  return {
    locale,
    t: translator(locale),
    number: (value) => formatNumber(locale, value),
    day: (isoDate) => formatDay(locale, isoDate),
    list: (items) => formatList(locale, items),
    wait: (from, until) => formatWait(locale, from, until),
    languageName: (code) => languageName(locale, code),
  };
});
