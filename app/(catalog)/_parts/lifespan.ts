import { lifespan } from '#lib/catalog/partial-date';
import type { I18n } from '#lib/i18n/get-i18n';

/** `1927–2014` in the reader's language; nothing where no year is known. */
export const lifespanOf = (author: { born: string | null; died: string | null }, { locale, t }: I18n) =>
  lifespan(locale, author.born, author.died, {
    born: (year) => t('authors.born', { year }),
    died: (year) => t('authors.died', { year }),
  });
