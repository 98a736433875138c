/** What may be given to people together with the library: <https://spdx.org/licenses/>. */
const permissive = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];

/** Of fonts, of tables of browsers, and of a library of pictures that stays a file of its own. */
const asTheyAre = ['OFL-1.1', 'CC-BY-4.0', 'LGPL-3.0-or-later'];

const forPeople = new Set([...permissive, ...asTheyAre]);
const forDevelopers = new Set([...permissive, ...asTheyAre, 'MPL-2.0']);

/** Of `packages` (name, licence, dev), those whose licence is not known to be all right, in words. */
export const unknownLicences = (packages) =>
  packages
    .filter(({ licence, dev }) => !allows(dev ? forDevelopers : forPeople, licence))
    .map(
      ({ name, licence }) => `${name}: ${licence ? `licence ${licence} is not on our list` : 'no licence'}`,
    );

/** Whether one may choose among the licences of an SPDX expression so that all that are left are on the list. */
function allows(list, expression = '') {
  const words = expression.match(/[()]|[^\s()]+/g) ?? [];
  let whole = true;
  const either = () => {
    let fine = both();
    while (words[0] === 'OR' && words.shift()) fine = both() || fine;
    return fine;
  };
  const both = () => {
    let fine = one();
    while (words[0] === 'AND' && words.shift()) fine = one() && fine;
    return fine;
  };
  const one = () => {
    const word = words.shift();
    whole &&= word !== undefined;
    if (word !== '(') return list.has(word);
    const fine = either();
    whole &&= words.shift() === ')';
    return fine;
  };
  return either() && whole && words.length === 0;
}

/** The licence that a package.json names, in the form of today or one of two older ones. */
export function licenceOf({ license, licenses }) {
  const named = license ?? licenses;
  if (!Array.isArray(named)) return named?.type ?? named;
  return named.map((licence) => licence.type ?? licence).join(' OR ');
}
