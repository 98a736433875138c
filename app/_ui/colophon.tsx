import { type Locale, localeNames, locales } from '#lib/i18n/locales';
import type { Translate } from '#lib/i18n/translator';
import { chooseLanguage } from '../preferences/actions';

export function Colophon({ t, locale }: { t: Translate; locale: Locale }) {
  return (
    <footer className="colophon">
      <div className="frame">
        <p>{t('shell.footer')}</p>
        <form action={chooseLanguage} className="languages" aria-label={t('shell.language')}>
          {locales.map((choice) => (
            <button
              key={choice}
              name="language"
              value={choice}
              lang={choice}
              type="submit"
              aria-current={choice === locale ? 'true' : undefined}
            >
              {localeNames[choice]}
            </button>
          ))}
        </form>
      </div>
    </footer>
  );
}
