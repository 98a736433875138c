'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** One quiet line for a browser that keeps no cookies: the server found out, or the browser says so itself. */
export function CookiesOff({ known, text }: { known: boolean; text: string }) {
  const keeps = useSyncExternalStore(
    never,
    () => navigator.cookieEnabled,
    () => true,
  );
  return known || !keeps ? <p className="cookies-off">{text}</p> : null;
}
