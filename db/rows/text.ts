/**
 * A text of one line as both engines keep it and every program reads it: letters composed, none of them half a letter,
 * and no control characters, of which PostgreSQL refuses one and no page shows any.
 */
export const line = (text: string): string =>
  wellFormed(text)
    .replace(/\p{Cc}+/gu, ' ')
    .trim();

/** The same of a text that may have several lines. */
export const lines = (text: string): string =>
  wellFormed(text)
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .trim();

const wellFormed = (text: string) => text.toWellFormed().normalize('NFC');

/** A text that may be missing: nothing but spaces is nothing. */
export const optional = (text: string | null | undefined, kind = line): string | null =>
  kind(text ?? '') || null;

export const allLines = (texts: readonly string[] | null | undefined): string[] =>
  (texts ?? []).map(line).filter(Boolean);
