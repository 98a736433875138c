import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { unsealData } from 'iron-session';
import { ask, type Client, newClient, remembered, visit } from '../support/http-client.ts';
import { forget, newDataDir } from '../support/library-data.ts';
import { askLibrary } from '../support/library-records.ts';
import { type Library, startLibrary } from '../support/library-server.ts';

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

/** A client that has returned its cookie twice. */
async function establishedClient({ url }: Library): Promise<Client> {
  const client = newClient();
  for (const visits of [1, 2, 3]) assert.equal(await visit(client, url), visits);
  return client;
}

const rows = (library: Library) => askLibrary(library, 'select count(*) from sessions');

for (const processes of [1, 2]) {
  test(`A hundred visits at once of one browser count a hundred, with ${processes} of our processes`, async () => {
    await withServers(Array(processes).fill('database'), async (servers) => {
      const [first] = servers;
      const client = await establishedClient(first);
      const counts = await Promise.all(
        Array.from({ length: 100 }, (_, i) => visit(client, servers[i % processes]?.url ?? first.url)),
      );
      assert.deepEqual(
        counts.filter((count) => !(count > 3 && count <= 103)),
        [],
      );
      for (const [i, { url }] of servers.entries()) assert.equal(await visit(client, url), 104 + i);
      assert.equal(await rows(first), 1);
      for (const server of servers) assert.deepEqual(server.log(), []);
    });
  });
}

test('Requests at once that remember different things keep all of them', async () => {
  await withServers(['database', 'database'], async (servers) => {
    const [first, second = first] = servers;
    const client = await establishedClient(first);
    const pages = [`${first.url}/`, `${second.url}/books/1`, `${second.url}/`, `${first.url}/books/1`];
    await Promise.all(pages.map((page) => client.get(page)));
    for (const { url } of servers)
      assert.partialDeepStrictEqual(await remembered(client, url), { num_visits: 5, viewed: [1] });
  });
});

test('Three hundred requests without a cookie leave nothing behind', async () => {
  await withServers(['database'], async ([library]) => {
    for (let round = 0; round < 10; round += 1)
      await Promise.all(Array.from({ length: 30 }, (_, i) => ask(library.url + (i % 2 ? '/' : '/books/1'))));
    assert.equal(await rows(library), 0);
    await establishedClient(library);
    assert.equal(await rows(library), 1);
  });
});

test('What is stored opens nobody’s session: of the identity there is only a hash', async () => {
  await withServers(['database'], async ([library]) => {
    const client = await establishedClient(library);
    const seal = decodeURIComponent(client.cookie().split('=')[1] ?? '');
    const sealed = await unsealData<{ content: { id: string } }>(seal, { password: { 1: password } });
    const { id } = sealed.content;
    assert.match(id, /^[\w-]{43}$/);
    const hash = createHash('sha256').update(id).digest('base64url');
    const stored = 'select count(*) from sessions where id_hash';
    assert.equal(await askLibrary(library, `${stored} = '${hash}'`), 1);
    assert.equal(await askLibrary(library, `${stored} = '${id}'`), 0);
    // How many visits, and their days.
    const values = `select count(*) from session_values where id_hash = '${hash}'`;
    assert.equal(await askLibrary(library, values), 2);
  });
});

test('A restart, and another engine, forget nobody', async () => {
  const dataDir = newDataDir();
  const client = newClient();
  let visits = 0;
  try {
    for (const SESSION_ENGINE of ['cookie', 'database', 'database', 'cookie', 'database']) {
      const library = await startLibrary({ env: { SESSION_ENGINE, SESSION_PASSWORD: password }, dataDir });
      const counts: number[] = [];
      for (let time = 0; time < 3; time += 1) counts.push(await visit(client, library.url));
      await library.stop();
      assert.deepEqual([SESSION_ENGINE, ...counts], [SESSION_ENGINE, visits + 1, visits + 2, visits + 3]);
      visits += 3;
    }
  } finally {
    await forget(dataDir);
  }
});
