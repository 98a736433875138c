import type { HeaderReader } from '#lib/session/cookie';
import type { Cookies } from '#lib/session/save-session';

export type PageRequest = {
  method: string;
  /** Path and query. */
  target: string;
  headers: HeaderReader;
  cookies: Cookies;
  /** The address of who holds the connection, where the server knows it. */
  peer: string | undefined;
};

/** What Next gets to see, or the response that needs no page. */
export type Verdict = Respond | ({ kind: 'continue' } & Continued);

export type Respond = { kind: 'respond'; status: number; headers: Record<string, string>; body?: string };

export type Continued = {
  method: string;
  target: string;
  /** Headers of the request that are set or, where undefined, taken away. */
  requestHeaders: Record<string, string | undefined>;
  responseHeaders: Record<string, string>;
  /** What takes the visit back where its page fails. */
  rollback?: (() => Promise<void>) | undefined;
};
