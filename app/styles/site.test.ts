import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const read = (file: string) => readFileSync(file, 'utf8');

const components = globSync('app/**/*.css').filter((file) => !file.startsWith(join('app', 'styles')));
const sources = globSync('app/**/*.{ts,tsx}').filter((file) => !file.endsWith('.test.ts'));

test('every file of styles beside a component is in site.css, once', () => {
  const listed = [...read('app/styles/site.css').matchAll(/^@import "\.(\.\/.+\.css)";$/gm)];
  const files = listed.map(([, path = '']) => join('app', path));
  assert.deepEqual(files.toSorted(), components.toSorted());
});

test('and no component asks for it by itself, which would be one more request', () => {
  const asking = sources.filter((file) => /import .*\.css'/.test(read(file)));
  assert.deepEqual(asking.sort(), [join('app', 'global-error.tsx'), join('app', 'layout.tsx')]);
});

test('components are styled in the layer of components, which utilities overrule', () => {
  const outside = components.filter((file) => !/^@layer components \{\n[\s\S]+\n\}\n$/.test(read(file)));
  assert.deepEqual(outside, []);
});

test('every class that has a style is given to something', () => {
  const words = new Set(sources.flatMap((file) => read(file).match(/[\w-]+/g) ?? []));
  const unused = components.flatMap((file) =>
    [...read(file).matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g)]
      .map(([, name = '']) => name)
      .filter((name) => !words.has(name)),
  );
  assert.deepEqual(unused, []);
});
