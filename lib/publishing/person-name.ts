/** A name in the parts that citations turn around, or whole where nobody may: `Homer`, `夏目漱石`. */
export type PersonName = { family: string; given: string; suffix: string } | { literal: string };

/** Popes and kings have no family name: `John Paul II, Pope`. */
const isFamily = (name: string): boolean => !/\s[IVXL]+$/.test(name);

/** What follows the comma is no given name where it is a rank, a place or the kind of a firm. */
const isGiven = (name: string): boolean => !rank.test(name) && !place.test(name) && !firm.test(name);

const rank =
  /^(?:(?:Anti)?pope|Saint|St\.?|Blessed|King|Queen|Emperor|Empress|Prince(?:ss)?|Sultan|Shah|Tsar|Czar|Caliph|Pharaoh|Patriarch|Archbishop|Bishop|Dalai Lama|Papa?|San(?:ta|to)?|São|Rey|Reina|Rei|Rainha|Emperador|Imperador)(?:\s|$)/i;
const place = /^(?:of|the|de|da|do|van|von|aus)\s\p{Lu}\S*$|^(?:of|the)\s/u;
const firm =
  /^(?:Inc|Ltd|Limited|L\.?L\.?C|L\.?P|P\.?L\.?C|Co|Company|Corp|Corporation|& Co|GmbH|AG|KG|S\.?A|S\.?L|S\.?r\.?l|Ltda|B\.?V|N\.?V|Pty Ltd|Verlag|Press|Publishers?)\.?$/i;

/** `Dumas, Alexandre, père` in its parts; a name that is filed as it is spoken stays whole. */
export function personName(sortName: string, name: string): PersonName {
  const [family = '', given = '', ...suffixes] = sortName.split(',').map((part) => part.trim());
  if (!family || !given || !isFamily(family) || !isGiven(given)) return { literal: name };
  return { family, given, suffix: suffixes.filter(Boolean).join(', ') };
}

/** `Austen, Jane`; `King, Martin Luther, Jr.`; `Homer`. */
export const inverted = (name: PersonName): string =>
  'literal' in name ? name.literal : [name.family, name.given, name.suffix].filter(Boolean).join(', ');

export const invertedWithInitials = (name: PersonName): string =>
  'literal' in name ? name.literal : inverted({ ...name, given: initials(name.given) });

export function withInitials(name: PersonName): string {
  if ('literal' in name) return name.literal;
  const spoken = `${initials(name.given)} ${name.family}`;
  return name.suffix ? `${spoken}, ${name.suffix}` : spoken;
}

/** `Jean-Paul` → `J.-P.`; a particle (`van`) and a script without capitals (`漱石`) stay as they are. */
export function initials(given: string): string {
  const words = given
    .replace(/\s*\([^)]*\)/g, '')
    .split(/\s+|(?<=\p{Lu}\.)(?=\p{L})/u)
    .filter(Boolean);
  return words.map(initial).join(' ');
}

function initial(word: string): string {
  if (!/^\p{Lu}/u.test(word)) return word;
  const letters = word.split(/[-‐]/).flatMap((part) => /^\p{L}\p{M}*/u.exec(part)?.[0] ?? []);
  return letters.map((letter) => `${letter}.`).join('-');
}
