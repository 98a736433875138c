import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personOfHeading, personOfName } from './names.ts';

const nobody = { born: null, died: null, variants: [] };

test('an inverted name is turned, and its full form is a variant', () => {
  assert.deepEqual(personOfHeading('Marsh, A. B. (Anna Belle)'), {
    ...nobody,
    name: 'A. B. Marsh',
    sortName: 'Marsh, A. B.',
    variants: ['Anna Belle Marsh'],
  });
});

test('a time of activity and ranks are no part of a name', () => {
  assert.equal(personOfHeading('Liu, Mo, active 3rd century B.C.').sortName, 'Liu, Mo');
  assert.equal(personOfHeading('Marshev, Lev, graf').name, 'Lev Marshev');
  assert.equal(personOfHeading('Marsh, John, Jr.').name, 'John Marsh Jr.');
});

test('years are dates', () => {
  const { name, born, died } = personOfHeading('Marsh, Anna, 1828-1910.');
  assert.deepEqual({ name, born, died }, { name: 'Anna Marsh', born: '1828', died: '1910' });
  assert.equal(personOfHeading('Marsh, Anna (1964-)').died, null);
});

test('who comes from somewhere, has one name, or is a body keeps the order', () => {
  assert.equal(personOfHeading('Robert, de Marais, active 1190').name, 'Robert de Marais');
  assert.equal(personOfHeading('Maraisière').name, 'Maraisière');
});

test('names of East Asia are one word, family first', () => {
  assert.equal(personOfHeading('沼田, 花').name, '沼田花');
});

test('a final full stop stays only after an initial', () => {
  assert.equal(personOfHeading('Marsh, Anna.').name, 'Anna Marsh');
  assert.equal(personOfHeading('Marsh, A.').name, 'A. Marsh');
});

test('a printed name sorts by its family name, with particles and without a generation', () => {
  const sorted = (name: string) => personOfName(name).sortName;
  assert.equal(sorted('Anna  B. Marsh'), 'Marsh, Anna B.');
  assert.equal(sorted('Anne de la Mare'), 'de la Mare, Anne');
  assert.equal(sorted('John Marsh Jr.'), 'Marsh, John, Jr.');
  assert.equal(sorted('Anonymous'), 'Anonymous');
  assert.equal(sorted('حسن الماء'), 'حسن الماء');
});
