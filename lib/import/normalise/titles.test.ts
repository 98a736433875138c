import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '#db/testing/fast-check';
import { splitSeries, splitTitle } from './titles.ts';

test('a line break, a $b and a colon part title and subtitle', () => {
  const expected = { title: 'The Lamp', subtitle: 'A Tale of the Marsh' };
  for (const text of [
    'The Lamp\nA Tale of the Marsh',
    'The Lamp\r\nA Tale of the Marsh',
    'The Lamp : $b A Tale of the Marsh',
    'The Lamp; $b A Tale of the Marsh',
    'The Lamp : A Tale of the Marsh',
    'The Lamp: A Tale of the Marsh',
  ])
    assert.deepEqual(splitTitle(text), expected);
});

test('further parts belong to the subtitle', () => {
  assert.deepEqual(splitTitle('Marsh : $b a walk\nWith maps'), {
    title: 'Marsh',
    subtitle: 'a walk: With maps',
  });
});

test('a letter before a colon, a time and a title in one piece stay whole', () => {
  assert.deepEqual(splitTitle('Q: The Last Lamp'), { title: 'Q: The Last Lamp', subtitle: null });
  assert.deepEqual(splitTitle('At 10:30  sharp'), { title: 'At 10:30 sharp', subtitle: null });
  assert.deepEqual(splitTitle('Lamp; Or, Marsh'), { title: 'Lamp; Or, Marsh', subtitle: null });
});

test('no word is lost', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\n', ':', ';', '-') });
  const letters = (said: string) => said.replaceAll(/[^a-z]/gi, '');
  fc.assert(
    fc.property(text, (said) => {
      const { title, subtitle } = splitTitle(said);
      return letters(`${title}${subtitle ?? ''}`) === letters(said);
    }),
  );
});

test('the first series is taken out of the title', () => {
  assert.deepEqual(splitSeries('Lamp (Marshland, #2)'), {
    title: 'Lamp',
    series: 'Marshland',
    seriesNumber: '2',
  });
  assert.deepEqual(splitSeries('Lamp  (Marshland #2.5; Lights, #1)'), {
    title: 'Lamp',
    series: 'Marshland',
    seriesNumber: '2.5',
  });
});

test('parentheses without a number are part of the title', () => {
  const none = { series: null, seriesNumber: null };
  assert.deepEqual(splitSeries('When to Stay (and When to Go)'), {
    title: 'When to Stay (and When to Go)',
    ...none,
  });
});
