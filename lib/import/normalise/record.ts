import type { contributorRoles } from '#db/schema/catalog';

/** Records that people outside the project made, in one form whatever file they come from. */
export type RealRecord = {
  source: 'gutenberg' | 'goodbooks' | 'multilingual' | 'recombined';
  /** How its source knows it. */
  number: string;
  title: string;
  subtitle: string | null;
  otherTitles: string[];
  contributors: RealContributor[];
  /** ISO 639 code. */
  language: string | null;
  /** Negative is BCE. */
  year: number | null;
  /** Thirteen digits. */
  isbn: string | null;
  publisher: string | null;
  series: string | null;
  seriesNumber: string | null;
  genres: string[];
};

export type RealPerson = {
  name: string;
  sortName: string;
  born: string | null;
  died: string | null;
  variants: string[];
};

export type RealContributor = RealPerson & { role: (typeof contributorRoles)[number] };
