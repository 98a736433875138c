import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { forget, newDataDir } from '../support/library-data.ts';
import { startLibrary } from '../support/library-server.ts';
import { expect, test } from './fixtures.ts';

test.use({ allowedProblems: /500/, locale: 'es' });

for (const SESSION_ENGINE of ['cookie', 'database']) {
  test(`A page that fails says so in the reader’s language, is not counted, and works again: ${SESSION_ENGINE}`, async ({
    page,
  }) => {
    const dataDir = newDataDir();
    const file = join(dataDir, 'library.db');
    const library = await startLibrary({ dataDir, env: { DATABASE_URL: `file:${file}`, SESSION_ENGINE } });
    await page.goto(library.url);
    await page.reload();

    rename(file, 'record_counts', 'mislaid');
    const answer = await page.goto(library.url);
    expect(answer?.status()).toBe(500);
    await expect(page.getByRole('heading', { name: 'Algo ha fallado por nuestra parte' })).toBeVisible();

    rename(file, 'mislaid', 'record_counts');
    await page.getByRole('link', { name: 'Intentar de nuevo' }).click();
    await expect(page.getByText('Ha visitado esta página 3 veces.')).toBeVisible();

    await page.goto('about:blank');
    expect(library.log().filter((line) => line.includes('page failed'))).toHaveLength(1);
    await library.stop();
    await forget(dataDir);
  });
}

test('A reader whose very first page fails is told so, and the next page is their first', async ({
  page,
}) => {
  const dataDir = newDataDir();
  const file = join(dataDir, 'library.db');
  const library = await startLibrary({ dataDir, env: { DATABASE_URL: `file:${file}` } });
  rename(file, 'record_counts', 'mislaid');
  const answer = await page.goto(library.url);
  expect(answer?.status()).toBe(500);
  expect(await page.context().cookies()).toEqual([]);
  rename(file, 'mislaid', 'record_counts');
  await page.getByRole('link', { name: 'Intentar de nuevo' }).click();
  await expect(page.getByText('Ha visitado esta página 1 vez.')).toBeVisible();
  await page.goto('about:blank');
  await library.stop();
  await forget(dataDir);
});

function rename(file: string, from: string, to: string): void {
  const database = new Sqlite(file);
  database.exec(`alter table ${from} rename to ${to}`);
  database.close();
}
