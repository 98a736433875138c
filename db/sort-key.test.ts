import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, sortKey } from '#db/sort-key';
import fc from '#db/testing/fast-check';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('Ærø', 'İstanbul', 'ﬁn', 'Ⅻ', 'ǅ', '  The  ', '¿¡', 'ẞ', 'ΣΊΣΥΦΟΣ'),
);

test('case, accents, width and compatibility forms fold away', () => {
  assert.equal(fold('García Márquez'), 'garcia marquez');
  assert.equal(fold('Ærøskøbing'), 'aeroskobing');
  assert.equal(fold('Ｔｏｋｙｏ ﬁn'), 'tokyo fin');
  assert.equal(fold('Stanisław Lem'), 'stanislaw lem');
  assert.equal(fold('STRAẞE'), fold('Straße'));
});

test('composed and decomposed Unicode fold to the same', () => {
  assert.equal(fold('Cien años de soledad'.normalize('NFC')), fold('Cien años de soledad'.normalize('NFD')));
});

test('other scripts keep their letters', () => {
  assert.equal(fold('Мёртвые души'), 'мертвые души');
  assert.equal(fold('Οδύσσεια'), 'οδυσσεια');
  assert.equal(fold('坊っちゃん'), '坊っちゃん');
});

test('folding twice is folding once', () => {
  fc.assert(fc.property(anyText, (text) => fold(fold(text)) === fold(text)));
});

test('the leading article of the language is left out', () => {
  assert.equal(sortKey('The Left Hand of Darkness', 'en'), 'left hand of darkness');
  assert.equal(sortKey('La vorágine', 'es'), 'voragine');
  assert.equal(sortKey('Os Maias', 'pt'), 'maias');
  assert.equal(sortKey("L'Étranger", 'fr'), 'etranger');
  assert.equal(sortKey('L’étranger', 'fr'), 'etranger');
  assert.equal(sortKey('Il gattopardo', 'it'), 'gattopardo');
  assert.equal(sortKey('Die Verwandlung', 'de'), 'verwandlung');
  assert.equal(sortKey('La plaça del Diamant', 'ca'), 'placa del diamant');
});

test('the article of another language stays', () => {
  assert.equal(sortKey('Die Hard', 'en'), 'die hard');
  assert.equal(sortKey('La Bamba'), 'la bamba');
  assert.equal(sortKey('A hora da estrela', null), 'a hora da estrela');
});

test('only a whole word at the beginning is an article', () => {
  assert.equal(sortKey('Anna Karenina', 'en'), 'anna karenina');
  assert.equal(sortKey('Theatre', 'en'), 'theatre');
  assert.equal(sortKey('Gone with the Wind', 'en'), 'gone with the wind');
});

test('a title that is nothing but an article, or but punctuation, still sorts', () => {
  assert.equal(sortKey('The', 'en'), 'the');
  assert.equal(sortKey('The A', 'en'), 'a');
  assert.equal(sortKey('…'), '…');
});

test('punctuation does not count', () => {
  assert.equal(
    sortKey('¿Quién mató a Palomino Molero?', 'es'),
    sortKey('Quién mató a Palomino Molero', 'es'),
  );
  assert.equal(sortKey('“There, There”', 'en'), 'there there');
});

test('only an empty text has an empty key', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('en', 'es', 'fr', undefined), (text, language) => {
      assert.equal(sortKey(text, language) === '', text === '');
    }),
  );
});

test('keys have no accent, no upper case and no outer or double space', () => {
  const latin = fc.string({ unit: fc.constantFrom(...'AÁaáÇçÑñÖö -,.’ ') });
  fc.assert(
    fc.property(latin, (text) => {
      const key = sortKey(text, 'en');
      if (/\p{L}/u.test(text)) assert.match(key, /^[a-z]+( [a-z]+)*$/);
    }),
  );
});

test('marks that make another word stay: vowels of Hindi, voiced kana', () => {
  assert.equal(fold('हिन्दी'), 'हिन्दी');
  assert.equal(fold('ガラスの靴'), 'ガラスの靴');
  assert.equal(fold('ｶﾞﾗｽ'), 'ガラス');
  assert.equal(sortKey('गोदान'), 'गोदान');
});

test('marks that are often left out go: accents, Hebrew points, Arabic vowels', () => {
  assert.equal(fold('Ἰλιάς'), fold('ιλιας'));
  assert.equal(fold('שָׁלוֹם'), fold('שלום'));
  assert.equal(fold('كِتَاب'), fold('كتاب'));
});
