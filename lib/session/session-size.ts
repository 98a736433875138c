const browserLimit = 4096;

/** Room for name and attributes. */
const attributes = 100;

/** A session that would not fit into a cookie: `message` names the keys and their sizes in bytes. */
export class SessionTooLargeError extends Error {
  override name = 'SessionTooLargeError';
}

/** Throws `SessionTooLargeError` for what browsers would drop in silence. */
export function assertFits(cookie: string, values: [key: string, value: unknown][]): void {
  if (cookie.length + attributes <= browserLimit) return;
  const sizes = values.map(([key, value]) => `${key} ${Buffer.byteLength(JSON.stringify(value))}`);
  throw new SessionTooLargeError(
    `The session does not fit into a cookie of ${browserLimit} bytes: ${sizes.join(', ')} bytes.`,
  );
}

/** What certainly fits when it is sealed, which makes four bytes of three and adds some 250. */
export const fitsSealed = (content: unknown): boolean => Buffer.byteLength(JSON.stringify(content)) <= 2500;
