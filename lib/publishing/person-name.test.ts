import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personName } from '#lib/publishing/person-name';

test('a name that is filed by a family name has parts', () => {
  for (const [sortName, family, given] of [
    ['Austen, Jane', 'Austen', 'Jane'],
    ['Beethoven, Ludwig van', 'Beethoven', 'Ludwig van'],
    ['King, Stephen', 'King', 'Stephen'],
    ['Prince, Mary', 'Prince', 'Mary'],
    ['Saint-Exupéry, Antoine de', 'Saint-Exupéry', 'Antoine de'],
  ] as const)
    assert.deepEqual(personName(sortName, sortName), { family, given, suffix: '' });
});

test('a pope, a king, a saint, a mononym and a firm stay whole', () => {
  for (const [sortName, name] of [
    ['John Paul II, Pope', 'John Paul II'],
    ['Elizabeth I, Queen of England', 'Elizabeth I'],
    ['Louis XIV, Roi', 'Louis XIV'],
    ['Teresa, of Ávila, Saint', 'Teresa of Ávila'],
    ['Augustine, Saint, Bishop of Hippo', 'Augustine of Hippo'],
    ['Homer', 'Homer'],
    ['Colette', 'Colette'],
    ['Simon & Schuster, Inc.', 'Simon & Schuster, Inc.'],
    ['Penguin Books, Ltd', 'Penguin Books Ltd'],
  ] as const)
    assert.deepEqual(personName(sortName, name), { literal: name });
});
