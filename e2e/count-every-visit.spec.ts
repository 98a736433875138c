import { createHash } from 'node:crypto';
import { unsealData } from 'iron-session';
import { expect, test } from './fixtures.ts';
import { forget, newDataDir } from './library-data.ts';
import { askLibrary } from './library-records.ts';
import { type Library, startLibrary } from './library-server.ts';
import { type PlainBrowser, plainBrowser, remembered, visit } from './plain-browser.ts';

const env = { SESSION_ENGINE: 'database', LOG_LEVEL: 'warn' };
const password = 'count-every-visit-count-every-visit';

/** Starts so many servers on the same data, does something with them, and leaves nothing behind. */
async function withServers(
  engines: (string | undefined)[],
  use: (servers: [Library, ...Library[]]) => Promise<void>,
): Promise<void> {
  const dataDir = newDataDir();
  const servers: Library[] = [];
  try {
    for (const SESSION_ENGINE of engines) {
      const settings = { ...env, SESSION_ENGINE, SESSION_PASSWORD: password };
      servers.push(await startLibrary({ env: settings, dataDir }));
    }
    const [first, ...others] = servers;
    if (first) await use([first, ...others]);
  } finally {
    for (const server of servers) await server.stop();
    await forget(dataDir);
  }
}

/** A browser that has returned its cookie twice. */
async function establishedBrowser({ url }: Library): Promise<PlainBrowser> {
  const browser = plainBrowser();
  for (const visits of [1, 2, 3]) expect(await visit(browser, url)).toBe(visits);
  return browser;
}

const rows = (library: Library) => askLibrary(library, 'select count(*) from sessions');

for (const processes of [1, 2]) {
  test(`A hundred visits at once of one browser count a hundred, with ${processes} of our processes`, async () => {
    test.setTimeout(90_000);
    await withServers(Array(processes).fill('database'), async (servers) => {
      const [first] = servers;
      const browser = await establishedBrowser(first);
      const counts = await Promise.all(
        Array.from({ length: 100 }, (_, i) => visit(browser, servers[i % processes]?.url ?? first.url)),
      );
      expect(counts.every((count) => count > 3 && count <= 103)).toBe(true);
      for (const [i, { url }] of servers.entries()) expect(await visit(browser, url)).toBe(104 + i);
      expect(await rows(first)).toBe(1);
      for (const server of servers) expect(server.log()).toEqual([]);
    });
  });
}

test('Requests at once that remember different things keep all of them', async () => {
  await withServers(['database', 'database'], async (servers) => {
    const [first, second = first] = servers;
    const browser = await establishedBrowser(first);
    const pages = [`${first.url}/`, `${second.url}/books/1`, `${second.url}/`, `${first.url}/books/1`];
    await Promise.all(pages.map((page) => browser.get(page)));
    for (const { url } of servers)
      expect(await remembered(browser, url)).toEqual({ num_visits: 5, viewed: [1] });
  });
});

test('Three hundred requests without a cookie leave nothing behind', async () => {
  test.setTimeout(60_000);
  await withServers(['database'], async ([library]) => {
    for (let round = 0; round < 10; round += 1) {
      const crawlers = Array.from({ length: 30 }, (_, i) => fetch(library.url + (i % 2 ? '/' : '/books/1')));
      for (const answer of await Promise.all(crawlers)) await answer.text();
    }
    expect(await rows(library)).toBe(0);
    await establishedBrowser(library);
    expect(await rows(library)).toBe(1);
  });
});

test('What is stored opens nobody’s session: of the identity there is only a hash', async () => {
  await withServers(['database'], async ([library]) => {
    const browser = await establishedBrowser(library);
    const seal = decodeURIComponent(browser.cookie().split('=')[1] ?? '');
    const sealed = await unsealData<{ content: { id: string } }>(seal, { password: { 1: password } });
    const { id } = sealed.content;
    expect(id).toMatch(/^[\w-]{43}$/);
    const hash = createHash('sha256').update(id).digest('base64url');
    const stored = 'select count(*) from sessions where id_hash';
    expect(await askLibrary(library, `${stored} = '${hash}'`)).toBe(1);
    expect(await askLibrary(library, `${stored} = '${id}'`)).toBe(0);
    const values = `select count(*) from session_values where id_hash = '${hash}'`;
    expect(await askLibrary(library, values)).toBe(1);
  });
});

test('A restart, and another engine, forget nobody', async () => {
  test.setTimeout(90_000);
  const dataDir = newDataDir();
  const browser = plainBrowser();
  let visits = 0;
  try {
    for (const SESSION_ENGINE of ['cookie', 'database', 'database', 'cookie', 'database']) {
      const library = await startLibrary({ env: { SESSION_ENGINE, SESSION_PASSWORD: password }, dataDir });
      const counts: number[] = [];
      for (let time = 0; time < 3; time += 1) counts.push(await visit(browser, library.url));
      await library.stop();
      expect(counts, SESSION_ENGINE).toEqual([visits + 1, visits + 2, visits + 3]);
      visits += 3;
    }
  } finally {
    await forget(dataDir);
  }
});
