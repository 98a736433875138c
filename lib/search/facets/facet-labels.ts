import type { Format } from '#lib/catalog/books/book';
import { formatYear } from '#lib/catalog/partial-date';
import { languageName } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locales';
import type { Translate } from '#lib/i18n/translator';
import type { Names } from '#lib/search/facets/facet-label-queries';
import type { FilterName } from '#lib/search/request';

export type LabelWords = { locale: Locale; t: Translate; genres: Names; authors: Names };

export function filterLabel(name: FilterName, value: string | number, words: LabelWords): string {
  if (name === 'available') return words.t('search.onShelf');
  if (name === 'format') return words.t(`search.formats.${value as Format}`);
  if (name === 'language') return languageName(words.locale, String(value));
  if (name === 'decade') return decadeLabel(Number(value), words);
  return (name === 'genre' ? words.genres : words.authors).get(Number(value)) ?? '';
}

/** `1960s`; of those before our era the years, for `430 BCE` and what follows it is in two decades of that name. */
export function decadeLabel(decade: number, { locale, t }: Pick<LabelWords, 'locale' | 't'>): string {
  if (decade === 0) return '1–9';
  if (decade > 0) return t('search.decade', { decade: String(decade) });
  return `${-decade}–${formatYear(locale, decade + 9)}`;
}
