export const locales = ['en', 'es', 'pt-BR'] as const;

export type Locale = (typeof locales)[number];

export const localeNames: Record<Locale, string> = { en: 'English', es: 'Español', 'pt-BR': 'Português' };

export const isLocale = (text: unknown): text is Locale => locales.some((locale) => locale === text);

type Wish = { language: string; weight: number };

function wishes(acceptLanguage: string): Wish[] {
  return acceptLanguage
    .slice(0, 1000)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.trim().split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0);
}

/** The first language of the browser's list that we speak, by weight; English otherwise. Any Portuguese is ours. */
export function preferredLocale(acceptLanguage: string | null | undefined): Locale {
  const inOrder = wishes(acceptLanguage ?? '').sort((a, b) => b.weight - a.weight);
  for (const { language } of inOrder) {
    const locale = locales.find((known) => known.split('-')[0] === language);
    if (locale) return locale;
  }
  return 'en';
}
