import { useSyncExternalStore } from 'react';

const never = () => () => {};

export type CookiesOffProps = { known: boolean; text: string };

/** One quiet line for a browser that keeps no cookies: the server found out, or the browser says so itself. */
export function CookiesOff({ known, text }: CookiesOffProps) {
  const keeps = useSyncExternalStore(
    never,
    () => navigator.cookieEnabled,
    () => true,
  );
  return known || !keeps ? (
    <p role="status" className="cookies-off">
      {text}
    </p>
  ) : null;
}
