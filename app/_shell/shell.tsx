'use client';

import type { ReactNode } from 'react';
import { FocusManager } from '../_ui/focus/focus-manager';
import { KeepingContext } from '../_ui/keeping-context';
import { LiveRegion } from '../_ui/live-region';
import { Footer, type FooterProps } from './footer';
import { Header, type HeaderProps } from './header';
import { useKeeping } from './use-keeping';

export type ShellProps = {
  skip: string;
  header: HeaderProps;
  footer: FooterProps;
  /** Said aloud when it changes. */
  announcement: string;
  /** For a change that did not get through. */
  notSaved: string;
  bringsCookie: boolean;
};

/**
 * What stands around every page. One client component with all its words: as server components its parts would be
 * described to the browser element by element, on every page.
 */
export function Shell({
  skip,
  header,
  footer,
  announcement,
  notSaved,
  bringsCookie,
  children,
}: ShellProps & { children: ReactNode }) {
  const { keeping, isBlocked } = useKeeping({ notSaved, bringsCookie });
  return (
    <KeepingContext value={keeping}>
      <a className="skip-link" href="#content">
        {skip}
      </a>
      <Header {...header} />
      <main id="content" tabIndex={-1} className="frame">
        {children}
      </main>
      <Footer {...footer} isBlocked={isBlocked} />
      <LiveRegion text={announcement} />
      <FocusManager />
    </KeepingContext>
  );
}
