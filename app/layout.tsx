import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { getI18n } from '#lib/i18n/get-i18n';
import { bringsCookie } from '#lib/visitor/cookie-probe';
import { readSession } from '#lib/visitor/session';
import { Shell } from './_shell/shell';
import { shellProps } from './_shell/shell-props';
import './styles/site.css';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  const name = t('library.name');
  return { title: { default: name, template: `%s – ${name}` }, description: t('library.description') };
}

export const viewport: Viewport = { colorScheme: 'light dark' };

export default async function LibraryLayout({ children }: { children: ReactNode }) {
  const [i18n, session, header] = await Promise.all([getI18n(), readSession(), headers()]);
  const cookiesOff = header.get('x-library-cookies') === 'off';
  return (
    <html lang={i18n.locale} data-theme={session.get('theme', 'system')}>
      <head>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          href="/opensearch.xml"
          title={i18n.t('library.name')}
        />
      </head>
      <body>
        <Shell {...shellProps({ i18n, session, cookiesOff, bringsCookie: bringsCookie(header) })}>
          {children}
        </Shell>
      </body>
    </html>
  );
}
