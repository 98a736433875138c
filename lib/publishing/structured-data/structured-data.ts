import type { BreadcrumbList, Person } from 'schema-dts';
import { plainText } from '#lib/covers/plain-text';
import { isoDate } from '#lib/publishing/iso-date';

type Author = { name: string; variants: string[]; born: string | null; died: string | null };

export function schemaPerson({ name, variants, born, died }: Author, address: string): Person {
  const [birthDate, deathDate] = [isoDate(born), isoDate(died)];
  const others = variants.map(plainText).filter(Boolean);
  return {
    '@type': 'Person',
    '@id': address,
    url: address,
    name: plainText(name) || '—',
    ...(others.length > 0 && { alternateName: others }),
    ...(birthDate && { birthDate }),
    ...(deathDate && { deathDate }),
  };
}

export type Step = { name: string; address: string };

export function breadcrumbs(steps: Step[]): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, address }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: plainText(name) || '—',
      item: address,
    })),
  };
}

/** JSON-LD that can stand in a page's `<script>`: no tag, no comment and no entity can begin in it. */
export const jsonLd = (things: unknown[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
