import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSought } from './same-work.ts';

const lamp = {
  title: 'The Lamp',
  subtitle: 'A Tale',
  otherTitles: ['La lámpara'],
  names: ['Anna O’Marsh', 'O’Marsh, Anna'],
};

test('a work is known by its title, with or without subtitle, or another title', () => {
  for (const title of ['the lamp', 'The Lamp: a tale', 'LA LAMPARA', ['Marsh', 'The lamp']])
    assert.ok(isSought(lamp, { title }));
  for (const title of ['lamp', 'The Lamps', 'A Tale']) assert.ok(!isSought(lamp, { title }));
});

test('an author is a whole word of a name', () => {
  assert.ok(isSought(lamp, { author: "O'Marsh" }));
  assert.ok(!isSought(lamp, { author: 'mars' }));
  assert.ok(!isSought(lamp, { title: 'The Lamp', author: 'Mire' }));
});
