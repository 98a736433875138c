import { headers } from 'next/headers';
import { jsonLd } from '#lib/publishing/structured-data/structured-data';

/** What a page says to search engines. It is data and never runs, but nothing on our pages goes without the nonce. */
export async function StructuredData({ things }: { things: unknown[] }) {
  const policy = (await headers()).get('content-security-policy') ?? '';
  return (
    <script
      type="application/ld+json"
      nonce={/'nonce-([^']+)'/.exec(policy)?.[1]}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which no tag can begin.
      dangerouslySetInnerHTML={{ __html: jsonLd(things) }}
    />
  );
}
