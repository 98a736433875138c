import Link from 'next/link';
import { type Locale, localeNames, locales } from '#lib/i18n/locales';
import type { Translate } from '#lib/i18n/translator';
import type { themes } from '#lib/session/shape';
import { chooseLanguageOrTheme } from '../preferences/actions';
import { Choices } from './choices';
import { CookiesOff } from './cookies-off';
import { ThemeChoices } from './theme-choices';

type Props = { t: Translate; locale: Locale; theme: (typeof themes)[number]; cookiesOff: boolean };

const languages = locales.map((value) => ({ value, label: localeNames[value], lang: value }));

export function Colophon({ t, locale, theme, cookiesOff }: Props) {
  return (
    <footer className="colophon">
      <div className="frame">
        <p>{t('shell.footer')}</p>
        <div className="colophon-links">
          <Link href="/preferences">{t('preferences.title')}</Link>
          <a href="/api">{t('api.title')}</a>
        </div>
        <form className="contents" action={chooseLanguageOrTheme}>
          <Choices name="language" legend={t('shell.language')} choices={languages} current={locale} />
          <ThemeChoices theme={theme} t={t} />
        </form>
        <CookiesOff known={cookiesOff} text={t('cookies.off')} />
      </div>
    </footer>
  );
}
