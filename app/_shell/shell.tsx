'use client';

import type { ReactNode } from 'react';
import { KeepPlace } from '../_ui/focus/focus-manager';
import { SpokenChange } from '../_ui/live-region';
import { Colophon, type ColophonProps } from './footer';
import { Masthead, type MastheadProps } from './header';

export type ShellProps = {
  skip: string;
  masthead: MastheadProps;
  colophon: ColophonProps;
  /** Said aloud when it changes. */
  said: string;
};

/**
 * What stands around every page. One client component with all its words: as server components its parts would be
 * described to the browser element by element, on every page.
 */
export function Shell({ skip, masthead, colophon, said, children }: ShellProps & { children: ReactNode }) {
  return (
    <>
      <a className="skip-link" href="#content">
        {skip}
      </a>
      <Masthead {...masthead} />
      <main id="content" tabIndex={-1} className="frame">
        {children}
      </main>
      <Colophon {...colophon} />
      <SpokenChange text={said} />
      <KeepPlace />
    </>
  );
}
