import { readFileSync } from 'node:fs';
import type { conditions, contributorRoles, formats } from '#db/schema/catalog';

export type SeedAuthor = {
  key: string;
  name: string;
  sortName: string;
  born: string | null;
  died: string | null;
  variants: string[];
};

export type SeedWork = {
  title: string;
  subtitle: string | null;
  otherTitles: string[];
  contributors: { author: string; role: (typeof contributorRoles)[number]; as?: string }[];
  language: string;
  year: number | null;
  publisher: string | null;
  isbn: string | null;
  /** A book unless it says otherwise. */
  format?: (typeof formats)[number];
  series: { name: string; number: string | number } | null;
  genres: string[];
  summary: string;
};

export type Condition = (typeof conditions)[number];

const groups = ['english', 'european', 'world'];

const load = <T>(kind: string): T[] =>
  groups.flatMap((group) => {
    const file = new URL(`./${kind}/${group}.json`, import.meta.url);
    return JSON.parse(readFileSync(file, 'utf8')) as T[];
  });

export const seedAuthors = () => load<SeedAuthor>('authors');

/** English, Spanish, Portuguese, … in turn, evenly at the end: the new arrivals come from all over the world. */
export function seedWorks(): SeedWork[] {
  const byGroup = Map.groupBy(load<SeedWork>('works'), scriptGroup);
  const queues = [...byGroup.values()];
  const longest = Math.max(...queues.map((queue) => queue.length));
  return Array.from({ length: longest }, (_, i) =>
    queues.flatMap((queue) => queue[i - longest + queue.length] ?? []),
  ).flat();
}

const scriptGroup = (work: SeedWork) =>
  ['en', 'es', 'pt'].includes(work.language)
    ? work.language
    : /\p{Script=Latin}/u.test(work.title)
      ? 'latin'
      : 'other';
