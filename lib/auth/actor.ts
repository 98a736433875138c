import { clientHeader } from '#lib/api/requests/rate-limit';

/** Somebody whom the library does not know. */
export type Visitor = {
  kind: 'visitor';
  /** An IPv4 address, or the /64 network of an IPv6 address. */
  client: string;
};

/** Who asks for something: every command says in its signature whom it serves. Members and staff come with sign-in. */
export type Actor = Visitor;

export const actorOf = (headers: Pick<Headers, 'get'>): Actor => ({
  kind: 'visitor',
  client: clientOf(headers),
});

/** Who sends a form: the server itself writes this header. Where it has not, all are one, and share their limits. */
const clientOf = (headers: Pick<Headers, 'get'>) => headers.get(clientHeader) ?? 'unknown';
