import { createHmac } from 'node:crypto';
import { passwords } from '#lib/session/seal/passwords';

/**
 * A client as it may be kept: whoever has the database, but not the session password, cannot tell which address it was,
 * nor that two purposes mean the same. A new password makes new hashes.
 */
export function clientHash(client: string, purpose: string): string {
  const [newest = ''] = Object.entries(passwords())
    .toSorted(([one], [other]) => Number(other) - Number(one))
    .map(([, password]) => password);
  const key = createHmac('sha256', newest).update(`client hash: ${purpose}`).digest();
  return createHmac('sha256', key).update(client).digest('base64url');
}
