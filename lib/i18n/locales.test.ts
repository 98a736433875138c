import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from '#db/testing/fast-check';
import { isLocale, type Locale, localeNames, locales, preferredLocale } from '#lib/i18n/locales';

const wishes: [header: string | null | undefined, locale: Locale][] = [
  [undefined, 'en'],
  [null, 'en'],
  ['', 'en'],
  ['es', 'es'],
  ['es-419,es;q=0.9', 'es'],
  ['pt', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['PT-br', 'pt-BR'],
  ['en-GB,en;q=0.9,es;q=0.8', 'en'],
  ['fr-CH, fr;q=0.9, es;q=0.5', 'es'],
  ['de, ja', 'en'],
  ['en;q=0.1, es;q=0.2', 'es'],
  ['es;q=0.2, pt;q=0.3, en;q=0.25', 'pt-BR'],
  ['es;q=0, pt;q=0.1', 'pt-BR'],
  ['es;q=0', 'en'],
  ['es;q=0.0, pt;q=0.000', 'en'],
  ['pt; q=0.5 ,  es; q=0.7', 'es'],
  ['es;level=1;q=0.1, pt;q=0.5', 'pt-BR'],
  ['es,pt', 'es'],
  ['*', 'en'],
  ['*, es;q=0.5', 'es'],
  ['esperanto', 'en'],
  ['es_MX', 'en'],
  ['q=1;es', 'en'],
  [';;;,,,q=', 'en'],
  ['es;q=much, pt;q=0.9', 'es'],
  ['__proto__, constructor', 'en'],
];

describe('the first language that we speak, by weight:', () => {
  for (const [header, locale] of wishes) {
    test(`${JSON.stringify(header)} → ${locale}`, () => assert.equal(preferredLocale(header), locale));
  }
});

test('a space may stand before a weight', () => {
  assert.equal(preferredLocale('pt ; q=0.5, es ;q=0.7'), 'es');
});

test('ten thousand characters are no trouble', () => {
  const started = performance.now();
  assert.equal(preferredLocale('x'.repeat(10_000)), 'en');
  assert.equal(preferredLocale(`es,${'de;q=0.5,'.repeat(1200)}`), 'es');
  assert.equal(preferredLocale(',;q='.repeat(2500)), 'en');
  assert.ok(performance.now() - started < 100);
});

test('whatever a browser sends, the answer is a language of ours', () => {
  const pieces = fc.constantFrom(
    'es',
    'pt',
    'en',
    'q=',
    ';',
    ',',
    '0.5',
    '1',
    '*',
    '-',
    ' ',
    'NaN',
    '.',
    '0',
  );
  const anyHeader = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: pieces, maxLength: 40 }));
  fc.assert(fc.property(anyHeader, (header) => isLocale(preferredLocale(header))));
});

test('a single wish with a weight is fulfilled', () => {
  fc.assert(
    fc.property(fc.constantFrom(...locales), fc.integer({ min: 1, max: 1000 }), (locale, thousandths) => {
      assert.equal(preferredLocale(`${locale};q=${thousandths / 1000}`), locale);
    }),
  );
});

test('only the codes that we speak are locales', () => {
  for (const locale of locales) assert.equal(isLocale(locale), true);
  for (const other of ['pt', 'EN', '', 'toString', null, undefined, 1, ['en']]) {
    assert.equal(isLocale(other), false);
  }
});

test('every language has the name that it calls itself', () => {
  assert.deepEqual(Object.keys(localeNames).sort(), [...locales].sort());
});
