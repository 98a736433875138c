type Named = { name: string; sortName: string; variants: string[] };

/** Every other form of a name, each once: as it is filed, written elsewhere, romanised. */
export const otherNameForms = ({ name, sortName, variants }: Named): string[] =>
  [...new Set([...variants, sortName])].filter((form) => form !== '' && form !== name);

type Titled = { title: string; otherTitles: string[] };

/** What those read who do not know the script of a title: its romanisation, its translations. */
export const titlesInLatin = ({ title, otherTitles }: Titled): string[] =>
  latin.test(title) ? [] : otherTitles.filter((other) => latin.test(other));

const latin = /\p{Script=Latin}/u;
