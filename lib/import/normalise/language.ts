/** Several languages, and none. `und` has no language in the eyes of Intl. */
const none = new Set(['mul', 'zxx']);

/** The ISO 639 code of `eng`, `en-US`, MARC's `fre` or the first of `de/en`. Null for what is none. */
export function languageCode(text: string): string | null {
  const [first = ''] = text.trim().split('/');
  try {
    const { language } = new Intl.Locale(first);
    return !language || none.has(language) ? null : language;
  } catch {
    return null;
  }
}
