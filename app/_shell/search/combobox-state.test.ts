import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  afterEvent,
  type ComboboxEvent,
  type ComboboxState,
  closedBox,
  meaningOf,
} from './combobox-state.ts';

type Box = ComboboxState<string>;
const three: Box = { options: ['Emma', 'Ulysses', 'Dracula'], open: true, chosen: -1 };
const after = (box: Box, ...kinds: ('typed' | 'closed' | 'down' | 'up')[]) =>
  kinds.reduce((now, kind) => afterEvent(now, { kind } as ComboboxEvent<string>), box);

describe('the suggestions', () => {
  test('open with an answer, and close with an empty one', () => {
    const open = afterEvent<string>(closedBox, { kind: 'answered', options: ['Emma'] });
    assert.deepEqual([open.open, open.chosen], [true, -1]);
    assert.equal(afterEvent(open, { kind: 'answered', options: [] }).open, false);
  });

  test('are gone through in a circle, with what was typed in it', () => {
    const places = ['down', 'down', 'down', 'down', 'down'] as const;
    const chosen = places.map((_, i) => after(three, ...places.slice(0, i + 1)).chosen);
    assert.deepEqual(chosen, [0, 1, 2, -1, 0]);
    assert.deepEqual([after(three, 'up').chosen, after(three, 'up', 'up').chosen], [2, 1]);
  });

  test('are left by typing on and by closing; a closed list opens again', () => {
    assert.equal(after(three, 'down', 'typed').chosen, -1);
    const closed = after(three, 'down', 'closed');
    assert.deepEqual([closed.open, closed.chosen], [false, -1]);
    assert.deepEqual([after(closed, 'down').open, after(closed, 'down').chosen], [true, 0]);
  });

  test('that are none cannot be opened', () => assert.deepEqual(after(closedBox, 'down'), closedBox));
});

const key = (name: string, more = {}) => ({
  key: name,
  isComposing: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});

const meanings: [key: string, open: boolean, chosen: number, meaning: string][] = [
  ['Enter', true, -1, 'nothing'],
  ['Enter', true, 1, 'open chosen'],
  ['Enter', false, -1, 'nothing'],
  ['Escape', true, 0, 'close'],
  ['Escape', false, -1, 'clear'],
  ['Home', true, 1, 'to the text'],
  ['End', true, 0, 'to the text'],
  ['ArrowLeft', true, 0, 'to the text'],
  ['ArrowRight', true, 2, 'to the text'],
  ['Home', true, -1, 'nothing'],
  ['ArrowLeft', false, -1, 'nothing'],
  ['ArrowDown', false, -1, 'down'],
  ['ArrowUp', true, 0, 'up'],
  ['a', true, 0, 'nothing'],
];
for (const [name, open, chosen, meaning] of meanings)
  test(`${name} with ${open ? 'open' : 'closed'} suggestions and ${chosen} chosen: ${meaning}`, () =>
    assert.equal(meaningOf(key(name), { open, chosen }), meaning));

test('keys of an input method, and with others held, are not ours', () => {
  for (const more of [{ isComposing: true }, { altKey: true }, { ctrlKey: true }, { metaKey: true }])
    assert.equal(meaningOf(key('Enter', more), { open: true, chosen: 0 }), 'nothing');
});
