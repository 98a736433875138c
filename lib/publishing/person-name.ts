/** A name in the parts that citations turn around, or whole where nobody may: `Homer`, `夏目漱石`. */
export type PersonName = { family: string; given: string; suffix: string } | { literal: string };

/** `Dumas, Alexandre, père` in its parts; a name that is filed as it is spoken stays whole. */
export function personName(sortName: string, name: string): PersonName {
  const [family = '', given = '', ...suffixes] = sortName.split(',').map((part) => part.trim());
  if (!family || !given) return { literal: name };
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
