const digit13 = (digits: string) => {
  const sum = [...digits.slice(0, 12)].reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 ? 3 : 1),
    0,
  );
  return String((10 - (sum % 10)) % 10);
};

const digit10 = (digits: string) => {
  const sum = [...digits.slice(0, 9)].reduce(
    (total, digit, place) => total + Number(digit) * (10 - place),
    0,
  );
  return '0123456789X'[(11 - (sum % 11)) % 11] ?? '';
};

const isbn13 = /^97[89]\d{10}$/;
const isbn10 = /^\d{9}[\dX]$/;

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/^isbn(?:[-\s]?1[03])?[:\s]*/i, '')
    .replace(/(?<=[\dx])[\s\p{Pd}](?=[\dx])/giu, '')
    .toUpperCase();

/** Whether a text has the digits of an ISBN, right or wrong. */
export const looksLikeIsbn = (text: string): boolean => isbn13.test(plain(text)) || isbn10.test(plain(text));

/**
 * The ISBN-13 that a text is, in any of its forms: ISBN-10 or 13, with hyphens or spaces, with `ISBN` before it.
 * Undefined where it is none or its check digit is wrong.
 */
export function parseIsbn(text: string): string | undefined {
  const isbn = plain(text);
  if (isbn13.test(isbn)) return digit13(isbn) === isbn[12] ? isbn : undefined;
  if (!isbn10.test(isbn) || digit10(isbn) !== isbn[9]) return undefined;
  const digits = `978${isbn.slice(0, 9)}`;
  return digits + digit13(digits);
}

/**
 * Every ISBN within a text, in its order: `978-0-8044-2957-3 (pbk.)`, `urn:isbn:…`, a pasted citation. A text that is
 * nothing but nine digits may be an SBN, the ISBN-10 of before 1970 without its zero.
 */
export function isbnsIn(text: string): string[] {
  const digits = text.normalize('NFKC');
  const sbn = /^\s*(?:sbn[:\s]*)?(\d[\d\s\p{Pd}]{7,10}[\dx])\s*$/iu.exec(digits)?.[1];
  const runs = digits.match(/\d(?:[\s\p{Pd}]?\d){8,}(?:[\s\p{Pd}]?x)?/giu) ?? [];
  const found = [...runs.flatMap(isbnsInRun), ...(sbn ? [parseIsbn(`0${sbn}`)] : [])];
  return [...new Set(found.filter((isbn) => isbn !== undefined))];
}

/** Two numbers may stand side by side: the longer ones first, none within another. */
function isbnsInRun(run: string): string[] {
  const digits = plain(run);
  for (const length of [13, 10])
    for (let start = 0; start + length <= digits.length; start++) {
      const isbn = parseIsbn(digits.slice(start, start + length));
      if (isbn)
        return [...isbnsInRun(digits.slice(0, start)), isbn, ...isbnsInRun(digits.slice(start + length))];
    }
  return [];
}

/** The ISBN-10 of an ISBN-13 that begins with 978; others have none. */
export function isbn10Of(isbn: string): string | undefined {
  return isbn.startsWith('978') ? isbn.slice(3, 12) + digit10(isbn.slice(3, 12)) : undefined;
}
