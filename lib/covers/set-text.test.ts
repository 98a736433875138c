import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setText } from '#lib/covers/set-text';

test('a word longer than the board is broken between letters, never inside one', () => {
  const word = 'e\u0301👩‍👩‍👧'.repeat(9);
  const lines = setText(word, { width: 100, height: 900, sizes: [20], rows: 50, tracking: 0 }).lines;
  assert.equal(lines.join(''), word);
  for (const line of lines) assert.match(line, /^(e\u0301|👩‍👩‍👧)+$/u);
});

test('no line of a Japanese title begins with a closing mark or ends with an opening one', () => {
  const title = '「世界の終り」と（ハードボイルド）、ワンダーランド。『海辺のカフカ』？！';
  for (const width of [80, 100, 120, 160]) {
    const { lines } = setText(title, { width, height: 900, sizes: [17], rows: 50, tracking: 0 });
    assert.equal(lines.join(''), title);
    for (const line of lines) assert.doesNotMatch(line, /^[」）』、。？！ッー]|[「（『]$/);
  }
});
