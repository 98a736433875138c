import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { writeBundle } from './steps/bundle.mjs';
import { lockedPackages } from './steps/install.mjs';
import { arePagesBuilt } from './steps/pages.mjs';

describe('a bundle', { skip: !arePagesBuilt() && 'the pages are not built' }, () => {
  let parent;
  let bundle;
  let server;

  before(() => {
    parent = realpathSync(mkdtempSync(join(tmpdir(), 'library bundle ')));
    bundle = writeBundle(lockedPackages(), parent);
  });
  after(async () => {
    server?.kill();
    if (server) await once(server, 'exit');
    rmSync(parent, { recursive: true });
  });

  /** Every file in the bundle, links as what they lead to. */
  const paths = () => readdirSync(bundle, { recursive: true }).map((path) => join(bundle, String(path)));

  test('has nothing that leads out of it, and a third of the disk that the project takes', () => {
    let size = 0;
    for (const path of paths()) {
      const state = lstatSync(path);
      size += state.size;
      if (state.isSymbolicLink()) assert.ok(realpathSync(path).startsWith(bundle), path);
    }
    assert.ok(size < 400 * 2 ** 20, `${Math.round(size / 2 ** 20)} MB`);
  });

  async function startBundle() {
    const env = { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(parent, 'data') };
    server = spawn(process.execPath, [join(bundle, 'scripts/start.mjs')], { cwd: parent, env });
    for await (const line of createInterface(server.stdout)) {
      const address = /ready: (http:\S+)/.exec(line)?.[1];
      if (address) return address;
    }
    throw new Error('The bundle did not start.');
  }

  test('serves pages, covers, pictures and the API', async () => {
    const address = await startBundle();
    const text = async (path) => {
      const answer = await fetch(address + path);
      assert.equal(answer.status, 200, path);
      return answer.text();
    };
    const home = await text('/');
    await text('/books?q=the');
    const [{ page }] = JSON.parse(await text('/api/v1/books?limit=1')).items;
    await text(/\/covers\/[\w-]+\.svg/.exec(home)[0]);
    await text(/\/covers\/[\w-]+\.png/.exec(await text(page))[0]);
  });
});
