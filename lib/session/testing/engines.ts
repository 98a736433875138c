import { after, before, describe } from 'node:test';
import { type Settings, settings } from '#lib/env';
import { closeSessionStore } from '#lib/session/engines/engine';

export type Engine = Settings['SESSION_ENGINE'];

export const engines: Engine[] = ['cookie', 'database', 'memory', 'file', 'redis'];
export const storingEngines = engines.filter((engine) => engine !== 'cookie');

// biome-ignore lint/style/noProcessEnv: a setting of the tests, not of the library
export const redisUrl = process.env.TEST_REDIS_URL;

/** `redisDatabase` is a number of its own for a file of tests that counts what is stored. */
export async function chooseEngine(engine: Engine, redisDatabase = 0): Promise<void> {
  await closeSessionStore();
  const REDIS_URL = redisUrl ? `${redisUrl}/${redisDatabase}` : settings().REDIS_URL;
  Object.assign(settings(), { SESSION_ENGINE: engine, REDIS_URL });
}

export const skipped = (engine: Engine) =>
  engine === 'redis' && !redisUrl ? 'TEST_REDIS_URL names no Redis' : false;

/** Defines the same tests for each engine. */
export function onEngines(chosen: Engine[], define: (engine: Engine) => void, redisDatabase = 0): void {
  for (const engine of chosen) {
    describe(`with the ${engine} engine,`, { skip: skipped(engine) }, () => {
      before(() => chooseEngine(engine, redisDatabase));
      after(() => chooseEngine('cookie'));
      define(engine);
    });
  }
}
