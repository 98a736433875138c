import Link from 'next/link';
import { ButtonGroup, type ButtonGroupProps } from '../_ui/button-group';
import { chooseLanguageOrTheme } from '../preferences/actions';
import { CookiesOff, type CookiesOffProps } from './cookies-off';

export type FooterProps = {
  text: string;
  preferences: string;
  api: string;
  language: ButtonGroupProps;
  theme: ButtonGroupProps;
  cookies: CookiesOffProps;
};

export function Footer({ text, preferences, api, language, theme, cookies }: FooterProps) {
  return (
    <footer className="site-footer">
      <div className="frame">
        <p>{text}</p>
        <div className="footer-links">
          <Link href="/preferences">{preferences}</Link>
          <a href="/api">{api}</a>
        </div>
        <form className="contents" action={chooseLanguageOrTheme}>
          <ButtonGroup {...language} />
          <ButtonGroup {...theme} />
        </form>
        <CookiesOff {...cookies} />
      </div>
    </footer>
  );
}
