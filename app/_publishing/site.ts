import { headers } from 'next/headers';
import { siteAddress } from '#lib/session/cookie';

/** The public address of this library, without a slash at the end. */
export async function site(): Promise<string> {
  const header = await headers();
  return siteAddress(header);
}
