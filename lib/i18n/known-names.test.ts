import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seedWorks } from '#db/seed/records';
import { roomName, subjectName } from '#lib/i18n/known-names';
import { translator } from '#lib/i18n/translator';
import en from '../../messages/en/subjects.json' with { type: 'json' };

test('a genre and a room that every library has are named in the language of the reader', () => {
  assert.equal(subjectName(translator('es'), 'Poetry'), 'Poesía');
  assert.equal(subjectName(translator('pt-BR'), "Children's literature"), 'Literatura infantil');
  assert.equal(roomName(translator('es'), "Children's room"), 'Sala infantil');
  assert.equal(subjectName(translator('en'), 'Humour'), 'Humour');
});

test('what a library calls by a name of its own keeps it', () => {
  for (const name of ['Beekeeping', 'poetry', 'constructor', ''])
    assert.equal(subjectName(translator('es'), name), name);
});

test('every genre of the demonstration has its names', () => {
  const known = new Set<string>(Object.values(en));
  const genres = new Set(seedWorks().flatMap((work) => work.genres));
  assert.deepEqual(
    [...genres].filter((name) => !known.has(name)),
    [],
  );
});
