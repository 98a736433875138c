/** Characters that nobody types on purpose: controls, what turns the direction of all that follows, and no characters at all. */
const harmful = /[\p{Cc}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/gu;

/** More marks on one letter than any script has: they would cover the lines around. */
const flood = /([\p{M}\p{Cf}]{10})[\p{M}\p{Cf}]+/gu;

/** Something to see: not only spaces, marks without a letter, and what is made to be invisible. */
const visible = /[^\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cf}\p{M}\u2800]/u;

const lineEnd = /\r\n?|[\u0085\u2028\u2029]/g;

/** What was typed as one line; empty where nothing can be seen. */
export const cleanLine = (typed: string): string =>
  seen(typed.replace(/\s+/gu, ' ').replace(harmful, '').replace(/ +/g, ' '));

/** What was typed as lines and paragraphs; empty where nothing can be seen. */
export const cleanParagraphs = (typed: string): string =>
  seen(
    typed
      .replace(lineEnd, '\n')
      .split('\n')
      .map((line) => line.replaceAll('\t', ' ').replace(harmful, '').trimEnd())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n'),
  );

function seen(text: string): string {
  const clean = text.toWellFormed().normalize('NFC').replace(flood, '$1').trim();
  return visible.test(clean) ? clean : '';
}

/** How long a text is to a person: an emoji outside the first plane is one character. */
export const lengthOf = (text: string): number => [...text].length;
