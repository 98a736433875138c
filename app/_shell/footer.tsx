import Link from 'next/link';
import { ActionForm } from '../_ui/action-form';
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

type Props = FooterProps & {
  /** This page found out that the browser keeps no cookies. */
  isBlocked: boolean;
};

export function Footer({ text, preferences, api, language, theme, cookies, isBlocked }: Props) {
  return (
    <footer className="site-footer">
      <div className="frame">
        <p>{text}</p>
        <div className="footer-links">
          <Link href="/preferences">{preferences}</Link>
          <a href="/api">{api}</a>
        </div>
        <ActionForm className="contents" action={chooseLanguageOrTheme}>
          <ButtonGroup {...language} />
          <ButtonGroup {...theme} />
        </ActionForm>
        <CookiesOff text={cookies.text} known={cookies.known || isBlocked} />
      </div>
    </footer>
  );
}
