import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RealRecord } from '#lib/import/normalise/record';
import { recombined } from './recombined.ts';

const record = (title: string, language: string, name: string): RealRecord => ({
  source: 'gutenberg',
  number: title,
  title,
  subtitle: null,
  otherTitles: [],
  contributors: [{ name, sortName: name, born: null, died: null, variants: [], role: 'author' }],
  language,
  year: null,
  isbn: null,
  publisher: null,
  series: null,
  seriesNumber: null,
  genres: ['Poetry'],
});

const real = [
  record('The Lamp of the Marsh', 'en', 'Anna Marsh'),
  record('A Walk along the River', 'en', 'Lev Mire'),
  record('Suo ja vesi', 'fi', 'Hanna Suo'),
  record('Vesi', 'fi', 'Hanna Suo'),
];

test('the same records every time', () => {
  assert.deepEqual([...recombined(real, 50)], [...recombined(real, 50)]);
});

test('only words of real titles, never of two languages in one', () => {
  for (const { title, language } of recombined(real, 200)) {
    const words = new Set(
      real.filter((kin) => kin.language === language).flatMap((kin) => kin.title.split(' ')),
    );
    for (const word of title.split(' ')) assert.ok(words.has(word), title);
  }
});

test('words are about as frequent as in the real titles', () => {
  const share = (records: Iterable<RealRecord>) => {
    const words = [...records].flatMap(({ title }) => title.split(' '));
    return words.filter((word) => word === 'the').length / words.length;
  };
  assert.ok(Math.abs(share(recombined(real, 4000)) - share(real)) < 0.03);
});

test('numbers and ISBN are there once; authors wrote several', () => {
  const records = [...recombined(real, 400)];
  assert.equal(new Set(records.map(({ number }) => number)).size, 400);
  const isbns = records.flatMap(({ isbn }) => isbn ?? []);
  assert.equal(isbns.length, 200);
  assert.equal(new Set(isbns).size, 200);
  assert.ok(records.every(({ contributors }) => contributors.length === 1));
});

test('they come one at a time', () => {
  const [first] = recombined(real, 1_000_000).take(1);
  assert.equal(first?.source, 'recombined');
});
