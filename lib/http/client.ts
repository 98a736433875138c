import { clientOf } from '#lib/api/requests/client-address';
import { settings } from '#lib/env';
import type { PageRequest } from '#lib/http/page-request';

export const clientOfRequest = ({ headers, peer }: PageRequest): string =>
  clientOf({ peer, forwardedFor: headers.get('x-forwarded-for') ?? undefined }, trustedProxies());

/** A public https address means a proxy in front: this server itself speaks http only. */
function trustedProxies(): number {
  const { TRUSTED_PROXIES, BASE_URL } = settings();
  return TRUSTED_PROXIES ?? (BASE_URL?.startsWith('https:') ? 1 : 0);
}
