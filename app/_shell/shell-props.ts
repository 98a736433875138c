import type { I18n } from '#lib/i18n/get-i18n';
import { localeNames, locales } from '#lib/i18n/locales';
import type { LibrarySession } from '#lib/visitor/session-shape';
import { themeChoices } from '../preferences/theme-choices';
import type { FooterProps } from './footer';
import type { HeaderProps } from './header';
import type { ShellProps } from './shell';

type Visit = { i18n: Pick<I18n, 't' | 'locale'>; session: LibrarySession; cookiesOff: boolean };

/** The words of the shell in a reader's language. */
export const shellProps = (visit: Visit): ShellProps => ({
  skip: visit.i18n.t('shell.skip'),
  header: headerProps(visit),
  footer: footerProps(visit),
  announcement: visit.i18n.t('list.count', { count: visit.session.get('list', []).length }),
});

const headerProps = ({ i18n: { t } }: Visit): HeaderProps => ({
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

const footerProps = ({ i18n: { t, locale }, session, cookiesOff }: Visit): FooterProps => ({
  text: t('shell.footer'),
  preferences: t('preferences.title'),
  api: t('api.title'),
  language: { name: 'language', legend: t('shell.language'), choices: languages, current: locale },
  theme: themeChoices(session.get('theme', 'system'), t),
  cookies: { known: cookiesOff, text: t('cookies.off') },
});
