import { randomBytes } from 'node:crypto';
import { settings } from '#lib/env';

export const createNonce = () => randomBytes(16).toString('base64');

/** Only our own files, and inline scripts only with this answer's nonce. */
export function contentSecurityPolicy(nonce: string, https: boolean): string {
  // React's development build evaluates code and its overlay brings its own styles; a release does neither.
  const development = settings().NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
