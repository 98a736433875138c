import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { returnAddress } from '#lib/http/return-address';
import { SessionNotStoredError } from '#lib/session/session-errors';
import { bringsCookie, cookieProbe } from '#lib/visitor/cookie-probe';
import { keepWhileListed } from '#lib/visitor/list-expiry';
import { withSession } from '#lib/visitor/session';
import type { LibrarySession } from '#lib/visitor/session-shape';
import { notKeptPath } from '../not-kept/not-kept-path';

type Return = {
  /** Parameters that the address loses. */
  without?: string[];
  /** Parameters that it says from now on; as a function, once the change is made. */
  chosen?: Record<string, string> | (() => Record<string, string>);
  place?: (path: string) => string | undefined;
};

/**
 * What every small form of ours does: one change to the session, and back to the page it was sent from; without
 * JavaScript to the `place` on that page, by its path and the session as it is now.
 */
export async function rememberAndReturn(
  change: (session: LibrarySession) => unknown,
  { without = [], chosen = {}, place }: Return = {},
): Promise<void> {
  const header = await headers();
  const known = bringsCookie(header);
  await remember(change);
  const said = typeof chosen === 'function' ? chosen() : chosen;
  const address = returnAddress(header, [cookieProbe, ...without], said);
  // A redirect makes the whole page anew: who pressed a button would lose the focus, and have to go back twice.
  if (header.has('next-action') && address === returnAddress(header)) return refresh();
  // With JavaScript the browser itself stays where it was, and can say whether it keeps cookies.
  if (header.has('next-action')) redirect(address);
  const named = place?.(address.split('?')[0] ?? address);
  const fragment = named === undefined ? '' : `#${named}`;
  if (known) redirect(address + fragment);
  redirect(`${address}${address.includes('?') ? '&' : '?'}${cookieProbe}=1${fragment}`);
}

/** Makes one change to the session, or leads to where a reader is told that it was not kept. */
export async function remember(change: (session: LibrarySession) => unknown): Promise<void> {
  if (!(await isKept(change))) redirect(notKeptPath(returnAddress(await headers(), [cookieProbe])));
}

/** False where the store of sessions does not answer. */
async function isKept(change: (session: LibrarySession) => unknown): Promise<boolean> {
  try {
    await withSession(async (session) => {
      await change(session);
      keepWhileListed(session);
    });
    return true;
  } catch (error) {
    if (error instanceof SessionNotStoredError) return false;
    throw error;
  }
}
