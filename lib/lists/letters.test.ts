import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byScript, letterOf } from '#lib/lists/letters';

const groups = (initials: string) =>
  byScript([...initials].map(letterOf)).map(({ script, letters }) => [
    script,
    letters.map(({ label }) => label).join(''),
  ]);

test('letters stand by their scripts, Latin ones and digits first where most are', () => {
  assert.deepEqual(groups('1abæмнομアお가日'), [
    [undefined, '0–9ABÆ'],
    ['Cyrl', 'МН'],
    ['Grek', 'ΟΜ'],
    ['Hrkt', 'アお'],
    ['Hang', '한글'],
    ['Hani', '漢字'],
  ]);
});

test('where most are of another script, these are first', () => {
  assert.deepEqual(groups('abвгдא'), [
    ['Cyrl', 'ВГД'],
    [undefined, 'AB'],
    ['Hebr', 'א'],
  ]);
});

test('a script that has no name here is one like any other', () => {
  assert.equal(letterOf('𐌰').script, 'Zzzz');
});
