import type { Language } from '#lib/i18n/get-i18n';
import { localeNames, locales } from '#lib/i18n/locales';
import type { LibrarySession } from '#lib/session/open-session';
import { themeChoices } from '../preferences/theme-choices';
import type { ColophonProps } from './footer';
import type { MastheadProps } from './header';
import type { ShellProps } from './shell';

type Visit = { words: Pick<Language, 't' | 'locale'>; session: LibrarySession; cookiesOff: boolean };

/** The words of the shell in a reader's language. */
export const shellWords = (visit: Visit): ShellProps => ({
  skip: visit.words.t('shell.skip'),
  masthead: mastheadWords(visit),
  colophon: colophonWords(visit),
  said: visit.words.t('list.count', { count: visit.session.get('list', []).length }),
});

const mastheadWords = ({ words: { t } }: Visit): MastheadProps => ({
  name: t('library.name'),
  navigation: {
    label: t('shell.mainNavigation'),
    links: [
      ['/books', t('shell.books')],
      ['/authors', t('shell.authors')],
      ['/genres', t('shell.genres')],
      ['/list', t('shell.list')],
    ],
  },
  search: { label: t('shell.search'), hint: t('shell.searchHint'), button: t('shell.searchButton') },
});

const languages = locales.map((value) => ({ value, label: localeNames[value], lang: value }));

const colophonWords = ({ words: { t, locale }, session, cookiesOff }: Visit): ColophonProps => ({
  text: t('shell.footer'),
  preferences: t('preferences.title'),
  api: t('api.title'),
  language: { name: 'language', legend: t('shell.language'), choices: languages, current: locale },
  theme: themeChoices(session.get('theme', 'system'), t),
  cookies: { known: cookiesOff, text: t('cookies.off') },
});
