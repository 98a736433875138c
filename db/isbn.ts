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

/** The ISBN-10 of an ISBN-13 that begins with 978; others have none. */
export function isbn10Of(isbn: string): string | undefined {
  return isbn.startsWith('978') ? isbn.slice(3, 12) + digit10(isbn.slice(3, 12)) : undefined;
}
