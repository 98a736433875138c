import Link from 'next/link';
import { Choices, type ChoicesProps } from '../_ui/button-group';
import { chooseLanguageOrTheme } from '../preferences/actions';
import { CookiesOff, type CookiesOffProps } from './cookies-off';

export type ColophonProps = {
  text: string;
  preferences: string;
  api: string;
  language: ChoicesProps;
  theme: ChoicesProps;
  cookies: CookiesOffProps;
};

export function Colophon({ text, preferences, api, language, theme, cookies }: ColophonProps) {
  return (
    <footer className="colophon">
      <div className="frame">
        <p>{text}</p>
        <div className="colophon-links">
          <Link href="/preferences">{preferences}</Link>
          <a href="/api">{api}</a>
        </div>
        <form className="contents" action={chooseLanguageOrTheme}>
          <Choices {...language} />
          <Choices {...theme} />
        </form>
        <CookiesOff {...cookies} />
      </div>
    </footer>
  );
}
