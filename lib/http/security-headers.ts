import { type HeaderReader, isHttps } from '#lib/session/cookie';

const always: [string, string][] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()'],
  ['cross-origin-opener-policy', 'same-origin'],
];

const twoYears = 'max-age=63072000; includeSubDomains';

/** What goes with every answer, pages and files alike; pages get their Content-Security-Policy in `handle-request.ts`. */
export function securityHeaders(headers: HeaderReader): [string, string][] {
  return isHttps(headers) ? [...always, ['strict-transport-security', twoYears]] : always;
}
