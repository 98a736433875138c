import type { I18n } from '#lib/i18n/get-i18n';
import { localeNames, locales } from '#lib/i18n/locales';
import type { LibrarySession } from '#lib/visitor/session-shape';
import { themeChoices } from '../preferences/theme-choices';
import type { FooterProps } from './footer';
import type { HeaderProps } from './header';
import type { ShellProps } from './shell';

type Visit = {
  i18n: Pick<I18n, 't' | 'locale'>;
  session: LibrarySession;
  cookiesOff: boolean;
  bringsCookie: boolean;
};

/** The words of the shell in a reader's language. */
export const shellProps = (visit: Visit): ShellProps => ({
  skip: visit.i18n.t('shell.skip'),
  header: headerProps(visit),
  footer: footerProps(visit),
  notSaved: visit.i18n.t('shell.notSaved'),
  bringsCookie: visit.bringsCookie,
  announcement: visit.i18n.t('list.count', { count: listLength(visit) }),
});

const listLength = ({ session }: Visit) => session.get('list', []).length;

function listName(visit: Visit): string {
  const { t } = visit.i18n;
  const count = listLength(visit);
  return count > 0 ? t('shell.listWithBooks', { count }) : t('list.title');
}

const headerProps = (visit: Visit): HeaderProps => ({
  name: visit.i18n.t('library.name'),
  navigation: {
    label: visit.i18n.t('shell.mainNavigation'),
    links: [
      ['/books', visit.i18n.t('shell.books')],
      ['/authors', visit.i18n.t('shell.authors')],
      ['/genres', visit.i18n.t('shell.genres')],
      ['/list', listName(visit)],
    ],
  },
  search: {
    label: visit.i18n.t('shell.search'),
    hint: visit.i18n.t('shell.searchHint'),
    button: visit.i18n.t('shell.searchButton'),
  },
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
