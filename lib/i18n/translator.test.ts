import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Locale, locales } from '#lib/i18n/locales';
import { type MessageKey, sentences, translator } from '#lib/i18n/translator';

const visits: [locale: Locale, count: number, sentence: string][] = [
  ['en', 1, 'You have visited this page 1 time.'],
  ['en', 0, 'You have visited this page 0 times.'],
  ['en', 2, 'You have visited this page 2 times.'],
  ['en', 1000, 'You have visited this page 1,000 times.'],
  ['es', 1, 'Ha visitado esta página 1 vez.'],
  ['es', 2, 'Ha visitado esta página 2 veces.'],
  ['pt-BR', 1, 'Você visitou esta página 1 vez.'],
  ['pt-BR', 2, 'Você visitou esta página 2 vezes.'],
];

describe('the right plural in every language:', () => {
  for (const [locale, count, sentence] of visits) {
    test(sentence, () => assert.equal(translator(locale)('home.visits', { count }), sentence));
  }
});

test('a sentence that was said before has the numbers of this time', () => {
  const visits = (count: number) => translator('en')('home.visits', { count });
  const [one, two] = [visits(1), visits(2)];
  assert.notEqual(one, two);
  assert.deepEqual([visits(1), visits(2), visits(1)], [one, two, one]);
  const copies = (onShelf: number, all: number) =>
    translator('en')('availability.someIn', { onShelf, copies: all });
  assert.deepEqual([copies(1, 12), copies(11, 2)], ['On the shelf: 1 of 12', 'On the shelf: 11 of 2']);
});

test('a sentence without values is as it is written', () => {
  assert.equal(translator('en')('home.books'), 'Books');
  assert.equal(translator('es')('home.books'), 'Libros');
});

test('what a person typed is text: no tag, no plural, no apostrophe rule', () => {
  const query = `<b>O'Brien</b> {count, plural, one {x}} '{'`;
  assert.ok(translator('en')('books.results', { query }).includes(query));
});

test('a sentence that does not exist is named', () => {
  assert.throws(() => translator('es')('home.ghost' as MessageKey), /messages\/es lacks home\.ghost/);
  assert.throws(() => translator('es')('home' as MessageKey), /lacks home$/);
});

test('a language has one translator in a process', () => {
  assert.equal(translator('pt-BR'), translator('pt-BR'));
});

test('a sentence is found under its path', () => {
  assert.equal(sentences('en').get('home.books'), 'Books');
  assert.equal(sentences('en').has('home'), false);
});

/** The values that a sentence asks for, and how: `count plural`, `query`. */
const placeholders = (sentence: string) =>
  [
    ...new Set([...sentence.matchAll(/\{(\w+)(?:, (\w+))?[,}]/g)].map(([, ...parts]) => parts.join(' '))),
  ].sort();

for (const locale of locales.filter((other) => other !== 'en')) {
  test(`${locale} has the sentences of English, with the same values, and no others`, () => {
    const english = sentences('en');
    const translated = sentences(locale);
    assert.deepEqual([...translated.keys()].sort(), [...english.keys()].sort());
    for (const [key, sentence] of english) {
      assert.deepEqual(placeholders(translated.get(key) ?? ''), placeholders(sentence), key);
    }
  });
}

test('every sentence can be said, with any values', () => {
  const numbers = ['count', 'copies', 'onShelf', 'number', 'page', 'pages', 'from', 'to', 'of', 'total'];
  for (const locale of locales) {
    for (const [key, sentence] of sentences(locale)) {
      const values = Object.fromEntries(
        [...sentence.matchAll(/\{(\w+)/g)].map(([, name = '']) => [
          name,
          numbers.includes(name) ? 2 : 'Emma',
        ]),
      );
      const said = translator(locale)(key as MessageKey, values);
      assert.ok(said.length > 0 && !/[{}]/.test(said), `${locale} ${key}: ${said}`);
    }
  }
});
