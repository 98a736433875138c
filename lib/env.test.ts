import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { machineTimeZone } from '#lib/clock';
import { parseSettings, SettingsError } from '#lib/env';

const password = 'Whether I shall turn out to be the hero';

test('without settings there are defaults, and nothing is asked for', () => {
  assert.deepEqual(parseSettings({}), {
    PORT: 3000,
    DATA_DIR: './data',
    DEMO: 'on',
    SESSION_ENGINE: 'cookie',
    SESSION_SAVE_EVERY_REQUEST: 'off',
    SESSION_COOKIE_NAME: 'library-session',
    SESSION_COOKIE_AGE: 1_209_600,
    SESSION_COOKIE_PATH: '/',
    SESSION_EXPIRE_AT_BROWSER_CLOSE: 'off',
    REDIS_URL: 'redis://127.0.0.1:6379',
    API_RATE_LIMIT: 120,
    SEARCH_RATE_LIMIT: 1200,
    TIME_ZONE: machineTimeZone(),
    BACKUP_TIME: '03:10',
  });
});

test('an empty setting counts as absent', () => {
  const empty = { PORT: '', HOST: ' ', DATABASE_URL: '', DATA_DIR: '\t', SESSION_PASSWORD: '', BASE_URL: '' };
  assert.deepEqual(parseSettings({ ...empty, DEMO: '', NODE_ENV: '', LOG_LEVEL: '' }), parseSettings({}));
});

test('what is no setting of ours is left alone', () => {
  assert.deepEqual(parseSettings({ PATH: '/usr/bin', SECRET: 'x' }), parseSettings({}));
});

test('every setting is read', () => {
  assert.deepEqual(
    parseSettings({
      PORT: '8080',
      HOST: '127.0.0.1',
      DATABASE_URL: 'postgres://librarian@localhost/library',
      DATA_DIR: '/srv/library',
      SESSION_PASSWORD: password,
      BASE_URL: 'https://library.example.org',
      TRUSTED_PROXIES: '2',
      API_RATE_LIMIT: '0',
      SEARCH_RATE_LIMIT: '5',
      TIME_ZONE: 'Asia/Calcutta',
      BACKUP_TIME: 'off',
      DEMO: 'off',
      SESSION_ENGINE: 'redis',
      SESSION_SAVE_EVERY_REQUEST: 'on',
      SESSION_COOKIE_NAME: 'reading-room',
      SESSION_COOKIE_AGE: '3600',
      SESSION_COOKIE_PATH: '/library',
      SESSION_EXPIRE_AT_BROWSER_CLOSE: 'on',
      REDIS_URL: 'rediss://cache.example.org',
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
    }),
    {
      PORT: 8080,
      HOST: '127.0.0.1',
      DATABASE_URL: 'postgres://librarian@localhost/library',
      DATA_DIR: '/srv/library',
      SESSION_PASSWORD: { 1: password },
      BASE_URL: 'https://library.example.org',
      TRUSTED_PROXIES: 2,
      API_RATE_LIMIT: 0,
      SEARCH_RATE_LIMIT: 5,
      TIME_ZONE: 'Asia/Calcutta',
      BACKUP_TIME: 'off',
      DEMO: 'off',
      SESSION_ENGINE: 'redis',
      SESSION_SAVE_EVERY_REQUEST: 'on',
      SESSION_COOKIE_NAME: 'reading-room',
      SESSION_COOKIE_AGE: 3600,
      SESSION_COOKIE_PATH: '/library',
      SESSION_EXPIRE_AT_BROWSER_CLOSE: 'on',
      REDIS_URL: 'rediss://cache.example.org',
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
    },
  );
});

test('passwords rotate through a numbered map', () => {
  const map = { 2: password, 1: `${password} of my own life` };
  assert.deepEqual(parseSettings({ SESSION_PASSWORD: JSON.stringify(map) }).SESSION_PASSWORD, map);
  assert.deepEqual(parseSettings({ SESSION_PASSWORD: ` ${JSON.stringify(map)} ` }).SESSION_PASSWORD, map);
});

test('ports from 0 to 65535 are ports', () => {
  assert.equal(parseSettings({ PORT: '0' }).PORT, 0);
  assert.equal(parseSettings({ PORT: '65535' }).PORT, 65_535);
});

const complaint = (settings: Record<string, string>): string => {
  try {
    parseSettings(settings);
  } catch (error) {
    assert.ok(error instanceof SettingsError);
    return error.message;
  }
  return assert.fail(`${JSON.stringify(settings)} was accepted`);
};

const refused: [name: string, held: string, allowed: RegExp][] = [
  ['PORT', '65536', /a whole number from 0 to 65535/],
  ['PORT', '-1', /a whole number/],
  ['PORT', '80.5', /a whole number/],
  ['PORT', 'http', /a whole number/],
  ['BASE_URL', 'library.example.org', /such as https:\/\//],
  ['SESSION_ENGINE', 'papyrus', /cookie, database/],
  ['SESSION_SAVE_EVERY_REQUEST', 'sometimes', /on or off/],
  ['BASE_URL', 'ftp://library.example.org', /such as https:\/\//],
  ['TRUSTED_PROXIES', '10', /from 0 to 9/],
  ['API_RATE_LIMIT', '-1', /requests per minute/],
  ['SEARCH_RATE_LIMIT', 'off', /0, which is no limit/],
  ['API_RATE_LIMIT', 'off', /0, which is no limit/],
  ['TIME_ZONE', 'Sao Paulo', /such as America\/Sao_Paulo/],
  ['TIME_ZONE', '-03:00', /the name of a time zone/],
  ['DEMO', 'yes', /on or off/],
  ['DEMO', 'ON', /on or off/],
  ['LOG_LEVEL', 'loud', /fatal, error, warn, info, debug, trace or silent/],
];

describe('a wrong setting is named, with what it holds and what it may hold:', () => {
  for (const [name, held, allowed] of refused) {
    test(`${name}=${held}`, () => {
      const message = complaint({ [name]: held });
      assert.ok(message.startsWith(`${name} holds “${held}”; it may hold `), message);
      assert.match(message, allowed);
      assert.doesNotMatch(message, /\n/);
    });
  }
});

const secrets: [name: string, held: string, allowed: RegExp][] = [
  ['SESSION_PASSWORD', 'hunter2', /at least 32 characters/],
  ['SESSION_PASSWORD', 'x'.repeat(31), /at least 32 characters/],
  ['SESSION_PASSWORD', '{}', /at least 32 characters/],
  ['SESSION_PASSWORD', '{"1":"hunter2"}', /at least 32 characters/],
  ['SESSION_PASSWORD', `{"new":"${password}"}`, /"2":"new…"/],
  ['SESSION_PASSWORD', `{"1":"${password}"`, /"2":"new…"/],
  ['DATABASE_URL', 'mysql://librarian:hunter2@localhost/library', /file:<path> .* postgres:\/\//],
  ['DATABASE_URL', 'library.db', /file:<path>/],
  ['REDIS_URL', 'http://:hunter2@cache.example.org', /redis:\/\//],
];

describe('a secret is never printed:', () => {
  for (const [name, held, allowed] of secrets) {
    test(`${name}, a wrong one of ${held.length} characters`, () => {
      const message = complaint({ [name]: held });
      assert.ok(message.startsWith(`${name} holds something that cannot be used; it may hold `), message);
      assert.match(message, allowed);
      assert.ok(!message.includes(held) && !message.includes('hunter2') && !message.includes(password));
    });
  }
});
