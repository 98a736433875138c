import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  compareNames,
  formatDay,
  formatList,
  formatNumber,
  formatWait,
  languageName,
  nameInItself,
} from '#lib/i18n/format';

test('numbers are written as the language does', () => {
  assert.equal(formatNumber('en', 82_415), '82,415');
  assert.equal(formatNumber('es', 82_415), '82.415');
  assert.equal(formatNumber('pt-BR', 82_415), '82.415');
});

test('a calendar date is that day wherever the server stands', () => {
  assert.equal(formatDay('en', '2026-03-02'), 'March 2, 2026');
  assert.equal(formatDay('es', '2026-03-02'), '2 de marzo de 2026');
  assert.equal(formatDay('pt-BR', '2026-03-02'), '2 de março de 2026');
});

test('lists end with the word for and', () => {
  assert.equal(formatList('en', ['Neil Gaiman', 'Terry Pratchett']), 'Neil Gaiman and Terry Pratchett');
  assert.equal(formatList('es', ['Borges', 'Bioy']), 'Borges y Bioy');
  assert.equal(formatList('pt-BR', []), '');
});

test('a wait is in minutes or hours, and never said to be shorter than it is', () => {
  const now = new Date('2026-03-02T09:30:00.000Z');
  const wait = (ms: number) => formatWait('en', now, new Date(now.getTime() + ms));
  const minutes = 60_000;
  assert.deepEqual([0, 1, minutes, minutes + 1].map(wait), [
    'in 1 minute',
    'in 1 minute',
    'in 1 minute',
    'in 2 minutes',
  ]);
  assert.equal(wait(90 * minutes), 'in 90 minutes');
  assert.equal(wait(90 * minutes + 1), 'in 2 hours');
  assert.equal(wait(24 * 60 * minutes), 'in 24 hours');
  assert.equal(formatWait('es', now, new Date(now.getTime() + 5 * minutes)), 'dentro de 5 minutos');
  assert.equal(formatWait('pt-BR', now, new Date(now.getTime() + 5 * minutes)), 'em 5 minutos');
});

test('languages are named in the reader’s own, with a capital', () => {
  assert.equal(languageName('en', 'pt'), 'Portuguese');
  assert.equal(languageName('es', 'pt'), 'Portugués');
  assert.equal(languageName('en', 'grc'), 'Ancient Greek');
});

test('a code that nobody knows stands for itself', () => {
  assert.equal(languageName('en', 'not a code'), 'not a code');
  assert.equal(languageName('en', ''), '');
});

const ownNames: [code: string, name: string | undefined][] = [
  ['es', 'Español'],
  ['pt', 'Português'],
  ['ka', 'ქართული'],
  ['ja', '日本語'],
  ['grc', undefined],
  ['not a code', undefined],
];
for (const [code, name] of ownNames) {
  test(`${code} calls itself ${name}`, () => assert.equal(nameInItself(code), name));
}

test('names are in the order of the reader’s language, accents and all', () => {
  const names = ['Zulú', 'árabe', 'Ñandú', 'noruego', 'Árabe'];
  assert.deepEqual(names.sort(compareNames('es')), ['árabe', 'Árabe', 'noruego', 'Ñandú', 'Zulú']);
  assert.equal(compareNames('en')('e\u0301', 'é') !== 0, true);
});

test('a language without a code of its own has a name all the same', () => {
  assert.deepEqual(
    ['und', 'mis', 'qaa', 'qtz', 'mul'].map((code) => languageName('es', code)),
    ['Idioma desconocido', 'Otro idioma', 'Otro idioma', 'Otro idioma', 'Varios idiomas'],
  );
});
