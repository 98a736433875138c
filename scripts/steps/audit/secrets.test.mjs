import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { secretsIn } from './secrets.mjs';

/** Letters and digits that look random and are the same each time: this file itself holds nothing that looks secret. */
const random = (length) =>
  createHash('sha512').update('papyrus').digest('base64').replaceAll(/\W/g, '').slice(0, length);
const upper = (length) => random(length).toUpperCase();
const hex = createHash('sha256').update('papyrus').digest('hex');

const samples = {
  'a private key': [
    ['-----BEGIN', 'PRIVATE KEY-----'].join(' '),
    ['-----BEGIN', 'RSA PRIVATE KEY-----'].join(' '),
    ['-----BEGIN', 'OPENSSH PRIVATE KEY-----'].join(' '),
    ['-----BEGIN', 'PGP PRIVATE KEY BLOCK-----'].join(' '),
  ],
  'an AWS key': [`AKIA${upper(16)}`],
  'a GitHub token': [`ghp_${random(36)}`, `github_pat_${random(40)}`],
  'a GitLab token': [`glpat-${random(20)}`],
  'a Slack token': [`xoxb-${random(24)}`],
  'a Stripe key': [`sk_live_${random(24)}`],
  'a Google key': [`AIza${random(35)}`],
  'an npm token': [`npm_${random(36)}`, `//registry.example/:_auth${`Token=${random(10)}`}`],
  'a signed token': [`eyJ${random(20)}.eyJ${random(30)}.${random(40)}`],
  'a sealed session': [`Fe26.2*1*${hex}*${random(20)}`],
  'a password in an address': [
    ['postgres://ada', `${random(8)}@db.parish.net/library`].join(':'),
    ['redis://', `${random(8)}@10.0.0.7:6379`].join('ada:'),
  ],
  'a password in a setting': [
    `PASSWORD=${random(24)}x1`,
    `const apiKey = '${random(20)}x1';`,
    `"secret": "${random(20)}x1"`,
  ],
};

for (const [what, texts] of Object.entries(samples)) {
  test(`${what} is found, and not repeated`, () => {
    for (const text of texts) {
      const found = secretsIn('lib/mail.ts', `// A letter\n\n${text}\n`);
      assert.ok(found.includes(`lib/mail.ts:3: ${what}`), `${text.slice(0, 8)}…: ${found}`);
      assert.ok(!found.join().includes(text.slice(-10)));
    }
  });
}

describe('nothing is found in', () => {
  const harmless = [
    'DATABASE_URL=postgres://user:password@host/database',
    'postgres://librarian:hunter2@127.0.0.1:1/library',
    'redis://:hunter2@cache.example.org',
    "const password = 'Whether I shall turn out to be the hero';",
    'SESSION_PASSWORD=           # generated into DATA_DIR',
    'const token = readToken(request.headers.authorization);',
    `"integrity": "sha512-${createHash('sha512').update('x').digest('base64')}"`,
    ['_authToken', '{NPM_TOKEN}'].join('=$'),
    'password: settings().SESSION_PASSWORD ?? readPasswords(folder)',
    'eyJ is how such a token begins',
  ];
  for (const text of harmless)
    test(text.slice(0, 60), () => assert.deepEqual(secretsIn('lib/mail.ts', text), []));
});

test('files that hold secrets or data are known by their names', () => {
  for (const path of [
    '.env',
    'deploy/.env.production',
    'data/session-password',
    'keys/site.pem',
    'my/library.db',
    'id_rsa',
  ])
    assert.equal(secretsIn(path, '').length, 1, path);
  for (const path of ['.env.example', 'lib/env.ts', 'db/client.ts', 'docs/keys.md'])
    assert.deepEqual(secretsIn(path, ''), [], path);
});
