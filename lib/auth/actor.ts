import { clientOfHeaders } from '#lib/api/requests/client-header';

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
  client: clientOfHeaders(headers),
});
