/**
 * A query as it was meant where an old program wrote it: `caf%E9`, in which a letter is one byte of Latin-1 and not two
 * of UTF-8. What is neither stays as it is.
 */
export const readKindly = (query: string): string =>
  query.replace(/(?:%[89a-f][\da-f])+/gi, (bytes) => (isUtf8(bytes) ? bytes : asLatin(bytes)));

function isUtf8(bytes: string): boolean {
  try {
    return decodeURIComponent(bytes) !== '';
  } catch {
    return false;
  }
}

/** Only letters: no other sign of Latin-1 is what anybody looks for. */
function asLatin(bytes: string): string {
  const letters = (bytes.match(/[\da-f]{2}/gi) ?? []).map((byte) => Number.parseInt(byte, 16));
  return letters.every((letter) => letter >= 0xc0)
    ? encodeURIComponent(String.fromCharCode(...letters))
    : bytes;
}
