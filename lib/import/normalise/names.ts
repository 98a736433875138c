import type { RealPerson } from './record.ts';
import { squeezed } from './titles.ts';

/** `(1964-)`, `, 1828-1910` */
const lifespan = /[\s,(]*\b(\d{4})-(\d{4})?\)?/;

/** A heading of a catalog: `Kennedy, John F. (John Fitzgerald)`, `Chrétien, de Troyes, active 12th century`. */
export function personOfHeading(heading: string): RealPerson {
  const withoutTime = heading.replace(/,? active .*$/, '');
  const [, born = null, died = null] = lifespan.exec(withoutTime) ?? [];
  const withoutDates = withoutTime.replace(lifespan, '');
  const full = /\(([^)]+)\)/.exec(withoutDates)?.[1];
  const sortName = squeezed(withoutDates.replace(/\s*\([^)]*\)/, '')).replace(/[,.]+$/, initialKept);
  const { name, family } = turned(sortName);
  return { name, sortName, born, died, variants: full && family ? [`${full} ${family}`] : [] };
}

const east = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** `Luo, Guanzhong` becomes `Guanzhong Luo`, but 吉本, ばなな one word; `Chrétien, de Troyes` keeps its order; titles such as `graf` are left out. */
function turned(sortName: string): { name: string; family: string | null } {
  const [family = '', given, ...titles] = sortName.split(/,\s*/);
  if (!given || /^(?:Jr|Sr)\b/.test(given))
    return { name: squeezed(`${family} ${given ?? ''}`), family: null };
  if (east.test(sortName)) return { name: `${family}${given}`, family: null };
  if (/^\p{Ll}/u.test(given)) return { name: `${family} ${given}`, family: null };
  const generation = titles.find((title) => /^(?:Jr|Sr)\b/.test(title)) ?? '';
  return { name: squeezed(`${given} ${family} ${generation}`), family };
}

/** A full stop stays after an initial and after Jr. */
function initialKept(end: string, place: number, text: string): string {
  return end === '.' && /(?:^|[\s.-])(?:\p{Lu}|Jr|Sr|Mrs|Mme)$/u.test(text.slice(0, place)) ? end : '';
}

const particles = 'de|du|des|la|le|da|dos|di|del|della|van|von|der|den|ten|ter|al|bin|ibn';
const inOrder = new RegExp(
  `^(.+?) ((?:(?:${particles}) )*\\p{Script=Latin}[\\S]*)(?: (Jr\\.?|Sr\\.?|I{2,3}))?$`,
  'u',
);

/** A name as a cover prints it: `Guy de Maupassant` is found under *de Maupassant, Guy*. */
export function personOfName(printed: string): RealPerson {
  const name = squeezed(printed);
  const [, given, family, generation] = inOrder.exec(name) ?? [];
  const inverted = given && [family, given, generation].filter(Boolean).join(', ');
  return { name, sortName: inverted || name, born: null, died: null, variants: [] };
}
