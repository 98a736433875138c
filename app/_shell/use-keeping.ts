import { startTransition, useEffect, useMemo, useState } from 'react';
import { showAgain } from '../_session/actions';
import type { Keeping } from '../_ui/keeping-context';
import { hearOtherTabs } from '../_ui/other-tabs';

type Asked = {
  notSaved: string;
  /** The page came to a browser that brought a cookie of ours. */
  bringsCookie: boolean;
};

/** Keeps what is remembered true on this page, in the other tabs, and in a browser that keeps no cookies. */
export function useKeeping({ notSaved, bringsCookie }: Asked): { keeping: Keeping; isBlocked: boolean } {
  const [isBlocked, setBlocked] = useState(false);
  useEffect(() => hearOtherTabs(lookAgain), []);
  const keeping = useMemo(() => {
    const tryCookies = async () => {
      if (bringsCookie || !(await cookiesAreBlocked())) return;
      setBlocked(true);
      lookAgain();
    };
    return { notSaved, saved: () => void tryCookies() };
  }, [notSaved, bringsCookie]);
  return { keeping, isBlocked };
}

/** Where the library is out of reach, the page stays as it is. */
const lookAgain = () => startTransition(() => showAgain().catch(() => {}));

/**
 * Whether the cookie that was just set does not come back. No script may look at it: the library leads a browser that
 * brings one away from this address, see lib/visitor/cookie-probe.ts, and answers any other.
 */
async function cookiesAreBlocked(): Promise<boolean> {
  try {
    const { type, ok } = await fetch('/not-kept?cookie-trial=1', {
      method: 'HEAD',
      redirect: 'manual',
      cache: 'no-store',
    });
    return type === 'basic' && ok;
  } catch {
    return false;
  }
}
