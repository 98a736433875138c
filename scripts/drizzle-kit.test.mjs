import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { inProject, root } from './steps/project.mjs';

function drizzleKit(command, DATABASE_URL) {
  const program = inProject('node_modules/drizzle-kit/bin.cjs');
  const env = { ...process.env, DATABASE_URL };
  return spawnSync(process.execPath, [program, command], { cwd: root, env, encoding: 'utf8' });
}

for (const DATABASE_URL of ['file:./data/library.db', 'postgres://localhost/library']) {
  describe(`drizzle-kit with ${DATABASE_URL}`, () => {
    test('finds the migrations in order', () => {
      const { status, stdout } = drizzleKit('check', DATABASE_URL);
      assert.equal(status, 0, stdout);
      assert.match(stdout, /Everything's fine/);
    });

    test('leaves migrating to the library', () => {
      for (const command of ['migrate', 'push']) {
        const { status, stderr } = drizzleKit(command, DATABASE_URL);
        assert.equal(status, 1);
        assert.match(stderr, new RegExp(`^drizzle-kit ${command} is not used here: .*npm start`));
      }
    });
  });
}
