import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { language } from '#lib/i18n/request';
import { readSession } from '#lib/session/server';
import { Colophon } from './_ui/colophon';
import { KeepPlace } from './_ui/keep-place';
import { Masthead } from './_ui/masthead';
import { SpokenChange } from './_ui/spoken-change';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await language();
  const name = t('library.name');
  return { title: { default: name, template: `%s – ${name}` }, description: t('library.description') };
}

export const viewport: Viewport = { colorScheme: 'light dark' };

export default async function LibraryLayout({ children }: { children: ReactNode }) {
  const [{ locale, t }, session, header] = await Promise.all([language(), readSession(), headers()]);
  const theme = session.get('theme', 'system');
  return (
    <html lang={locale} data-theme={theme}>
      <head>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          href="/opensearch.xml"
          title={t('library.name')}
        />
      </head>
      <body>
        <a className="skip-link" href="#content">
          {t('shell.skip')}
        </a>
        <Masthead t={t} />
        <main id="content" tabIndex={-1} className="frame">
          {children}
        </main>
        <Colophon
          t={t}
          locale={locale}
          theme={theme}
          cookiesOff={header.get('x-library-cookies') === 'off'}
        />
        <SpokenChange text={t('list.count', { count: session.get('list', []).length })} />
        <KeepPlace />
      </body>
    </html>
  );
}
