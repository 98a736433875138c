type Named = { name: string; sortName: string; variants: string[] };

/** Every other form of a name, each once: as it is filed, written elsewhere, romanised. */
export const otherNameForms = ({ name, sortName, variants }: Named): string[] =>
  [...new Set([...variants, sortName])].filter((form) => form !== '' && form !== name);
