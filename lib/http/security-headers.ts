import type { IncomingMessage } from 'node:http';
import { isHttps } from '#lib/session/cookie';

const always: [string, string][] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()'],
  ['cross-origin-opener-policy', 'same-origin'],
];

const twoYears = 'max-age=63072000; includeSubDomains';

/** What goes with every answer, pages and files alike; pages get their Content-Security-Policy in `front.ts`. */
export function securityHeaders(request: IncomingMessage): [string, string][] {
  const header = (name: string) => request.headers[name]?.toString();
  return isHttps(header) ? [...always, ['strict-transport-security', twoYears]] : always;
}
