import assert from 'node:assert/strict';
import { test } from 'node:test';
import { securityHeaders } from '#lib/http/security-headers';

const headersFor = (headers: Record<string, string>) => new Map(securityHeaders(new Headers(headers)));

test('every answer forbids sniffing, limits referrers and asks for no permission', () => {
  const headers = headersFor({});
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('referrer-policy'), 'strict-origin-when-cross-origin');
  for (const feature of ['camera', 'geolocation', 'microphone', 'payment']) {
    assert.match(headers.get('permissions-policy') ?? '', new RegExp(`${feature}=\\(\\)`));
  }
});

test('only over https browsers are told to stay there', () => {
  assert.match(
    headersFor({ 'x-forwarded-proto': 'https' }).get('strict-transport-security') ?? '',
    /^max-age=\d{8}/,
  );
  assert.equal(headersFor({ 'x-forwarded-proto': 'http' }).has('strict-transport-security'), false);
  assert.equal(headersFor({}).has('strict-transport-security'), false);
});

test('an answer over https leaves the next one as it is', () => {
  const before = headersFor({}).size;
  headersFor({ 'x-forwarded-proto': 'https' });
  assert.equal(headersFor({}).size, before);
});
