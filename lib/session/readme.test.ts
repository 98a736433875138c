import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { after, test } from 'node:test';

const blocks = readFileSync('lib/session/README.md', 'utf8').matchAll(/```ts\n(.*?)```/gs);
const examples = [...blocks].map(([, code], i) => ({
  file: `lib/session/readme-example-${i}.ts`,
  code: code ?? '',
}));
const project = 'tsconfig.readme.json';

after(() => {
  for (const { file } of examples) rmSync(file, { force: true });
  rmSync(project, { force: true });
});

test('the examples for developers compile', () => {
  assert.ok(examples.length >= 2);
  for (const { file, code } of examples) writeFileSync(file, code);
  const config = {
    extends: './tsconfig.json',
    files: examples.map(({ file }) => file),
    include: [],
    exclude: [],
  };
  writeFileSync(project, JSON.stringify({ ...config, compilerOptions: { incremental: false, plugins: [] } }));
  const compiler = spawnSync(process.execPath, [
    'node_modules/typescript/bin/tsc',
    '--noEmit',
    '-p',
    project,
  ]);
  assert.equal(compiler.stdout.toString(), '');
});
