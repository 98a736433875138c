import { isIP } from 'node:net';

type Asked = {
  /** Who holds the connection: the client, or the proxy next to us. */
  peer: string | undefined;
  /** `X-Forwarded-For`, to whose end each proxy adds who asked it. */
  forwardedFor: string | undefined;
};

/**
 * Who counts as one client: an IPv4 address, or the /64 network of an IPv6 address, which is what one household has.
 * Only the last `proxies` entries of `X-Forwarded-For` were written by proxies of ours; the rest is hearsay.
 */
export function clientOf({ peer, forwardedFor }: Asked, proxies: number): string {
  const named = proxies > 0 ? forwardedFor?.split(',').at(-proxies)?.trim() : undefined;
  return networkOf(withoutPort(named ?? '')) ?? networkOf(peer ?? '') ?? 'unknown';
}

const withoutPort = (address: string) =>
  /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;

function networkOf(address: string): string | undefined {
  const [plain = ''] = address.split('%');
  const version = isIP(plain);
  if (version === 4) return plain;
  if (version !== 6) return undefined;
  const groups = groupsOf(plain);
  return mappedIpv4(groups) ?? `${groups.slice(0, 4).join(':')}::/64`;
}

/** All eight groups, in the one form that URLs have. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const first = head ? head.split(':') : [];
  const last = tail ? tail.split(':') : [];
  return [...first, ...Array<string>(8 - first.length - last.length).fill('0'), ...last];
}

/** `::ffff:c000:201` is 192.0.2.1. */
function mappedIpv4(groups: string[]): string | undefined {
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return undefined;
  return groups
    .slice(6)
    .map((group) => Number.parseInt(group, 16))
    .flatMap((pair) => [pair >> 8, pair & 255])
    .join('.');
}
