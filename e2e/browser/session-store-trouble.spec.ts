import { newClient, visit } from '../support/http-client.ts';
import { forget, newDataDir } from '../support/library-data.ts';
import { startLibrary } from '../support/library-server.ts';
import { freePort } from '../support/ports.ts';
import { redisIsHere, startRedis, stopRedis } from '../support/redis.ts';
import { expect, test } from './fixtures.ts';

test('A library whose Redis goes away forgets instead of failing, and remembers when it is back', async ({
  page,
}) => {
  test.skip(!redisIsHere(), 'There is no redis-server to test with.');
  test.setTimeout(90_000);
  const port = await freePort();
  const dataDir = newDataDir();
  const redis = await startRedis(port, dataDir);
  const env = { SESSION_ENGINE: 'redis', REDIS_URL: `redis://127.0.0.1:${port}`, LOG_LEVEL: 'warn' };
  const library = await startLibrary({ dataDir, env });
  const client = newClient();
  for (const visits of [1, 2, 3]) expect(await visit(client, library.url)).toBe(visits);
  expect(library.log()).toEqual([]);

  await stopRedis(redis);
  for (const path of ['/', '/books', '/books/1', '/list', '/preferences', '/preferences/download', '/']) {
    const started = Date.now();
    const answer = await client.get(library.url + path);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(Date.now() - started, path).toBeLessThan(3000);
  }
  await page.goto(`${library.url}/books/1`);
  await page.getByRole('main').getByRole('button').first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'This was not kept' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to the page' }).click();
  await expect(page).toHaveURL(/\/books\/1-/);
  const warnings = library.log().map((line) => JSON.parse(line));
  expect(warnings.length).toBeGreaterThan(0);
  expect(new Set(warnings.map(({ level }) => level))).toEqual(new Set([40]));
  expect(new Set(warnings.map(({ msg }) => msg))).toEqual(new Set(['the session store does not answer']));

  const again = await startRedis(port, dataDir);
  // What Redis itself has lost is gone: the visitor is a new one.
  await expect.poll(() => visit(client, library.url), { timeout: 15_000 }).toBe(1);
  await expect.poll(() => visit(client, library.url), { timeout: 15_000 }).toBeGreaterThan(2);
  await library.stop();
  await stopRedis(again);
  await forget(dataDir);
});
