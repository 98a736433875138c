import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runApart } from '#db/testing/environment';
import { contentSecurityPolicy, createNonce } from '#lib/http/content-security-policy';

const directives = (policy: string) =>
  new Map(policy.split('; ').map((directive) => [directive.split(' ')[0], directive]));

test('a nonce is 128 random bits and never the same', () => {
  const nonces = Array.from({ length: 1000 }, createNonce);
  assert.equal(new Set(nonces).size, 1000);
  for (const nonce of nonces) assert.match(nonce, /^[A-Za-z0-9+/]{22}==$/);
});

test('scripts and styles need the nonce; nothing unsafe is allowed', () => {
  const policy = contentSecurityPolicy('abc', true);
  assert.doesNotMatch(policy, /unsafe/);
  assert.equal(directives(policy).get('script-src'), "script-src 'nonce-abc' 'strict-dynamic'");
  assert.equal(directives(policy).get('style-src'), "style-src 'self' 'nonce-abc'");
});

test('nobody frames us, no form goes elsewhere, no other origin is asked', () => {
  const policy = directives(contentSecurityPolicy('abc', false));
  assert.equal(policy.get('default-src'), "default-src 'self'");
  assert.equal(policy.get('frame-ancestors'), "frame-ancestors 'none'");
  assert.equal(policy.get('form-action'), "form-action 'self'");
  assert.equal(policy.get('base-uri'), "base-uri 'none'");
  assert.equal(policy.get('object-src'), "object-src 'none'");
});

test('insecure requests are upgraded over https only, or localhost would break', () => {
  assert.ok(directives(contentSecurityPolicy('abc', true)).has('upgrade-insecure-requests'));
  assert.ok(!directives(contentSecurityPolicy('abc', false)).has('upgrade-insecure-requests'));
});

test('only development, said by name, loosens it', async () => {
  const policyIn = async (NODE_ENV: string) =>
    (
      await runApart(
        `import { contentSecurityPolicy } from '#lib/http/content-security-policy';
         console.log(contentSecurityPolicy('abc', false));`,
        { NODE_ENV },
      )
    ).stdout;
  assert.match(await policyIn('development'), /'unsafe-eval'/);
  assert.doesNotMatch(await policyIn('production'), /unsafe/);
});
