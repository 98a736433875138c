import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { indexWords, maxWordLength, queryWords } from '#db/search/terms';
import { authorWords, bookWords, copyWords, titleKey, titleKeys } from '#db/search/words';
import fc from '#db/testing/fast-check';

const split = (words: string) => words.split(' ').filter(Boolean);
const found = (text: string, query: string) => {
  const words = new Set(split(indexWords(text)));
  return queryWords(query).every((word) => words.has(word));
};

/** Letters of many scripts, marks, punctuation, and whatever else a text may hold. */
const letters = [
  ...'aAáÁßæŁıİéñçõüXI 0123456789०१٣',
  ...'\'’‘ʼ`´-‐‑–—.,:;&_"*()[]{}^/\\|!@#%',
  ...'ЁёЙйΣσςΆάהשَأإآٱىةـلاआकीがガｶﾞ々ー中國文学한글ไทยກ၁က𠮷𐌰𝐀ﬁⅧ²½',
  '\u0301',
  '\u0308',
  '\u3099',
  '\u05b7',
  '\u200d',
  '\u200b',
  '\ufeff',
  '\u0000',
  '\ud800',
  '\udc00',
  '\n',
  '🏳️‍🌈',
];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...letters), { maxLength: 40 }).map((all) => all.join('')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const always = (holds: (text: string) => void, ...examples: string[]) =>
  fc.assert(fc.property(anyText, holds), { numRuns: 3000, examples: examples.map((text) => [text]) });

describe('of any text', () => {
  test('words are letters, digits and marks', () => {
    always((text) => {
      for (const word of [...queryWords(text), ...split(indexWords(text)), ...split(titleKey(text))])
        assert.match(word, /^[\p{L}\p{N}\p{M}]+$/u);
    });
  });

  test('the index has each word once, none longer than the longest, and no space too many', () => {
    always((text) => {
      const words = indexWords(text);
      assert.equal(words, words.trim());
      assert.ok(!words.includes('  '));
      assert.equal(new Set(split(words)).size, split(words).length);
      assert.ok(split(words).every((word) => word.length <= maxWordLength));
    }, 'x'.repeat(200));
  });

  test('it is found by all its words', () => {
    always((text) => assert.ok(found(text, text)));
  });

  test('what is said of a book, its authors and copies finds them', () => {
    always((text) => {
      const book = bookWords({ title: text, subtitle: text, series: text, otherTitles: [text] });
      const places = [book.titleWords, book.otherWords, authorWords({ name: text }).words];
      const { words } = copyWords({ barcode: text, shelfMark: text });
      for (const place of [...places, words])
        for (const word of queryWords(text)) assert.ok(split(place).includes(word));
    });
  });

  test('words made of words are the same words', () => {
    always((text) => {
      const words = queryWords(text);
      assert.deepEqual(queryWords(words.join(' ')), words);
      const known = new Set(split(indexWords(text)));
      for (const word of queryWords(indexWords(text))) assert.ok(known.has(word), word);
      assert.equal(titleKey(titleKey(text)), titleKey(text));
    });
  });

  test('composed or decomposed, in capitals or not, the words are the same', () => {
    always((text) => {
      assert.deepEqual(queryWords(text.normalize('NFD')), queryWords(text));
      assert.deepEqual(queryWords(text.normalize('NFC')), queryWords(text));
    });
  });

  test('a title as it is typed whole is one of its forms, and all are storable', () => {
    always((text) => {
      const keys = titleKeys({ title: text, subtitle: text, otherTitles: [text, `${text} ${text}`] });
      if (titleKey(text)) assert.ok(keys.includes(titleKey(text)));
      assert.ok(keys.length <= 12);
      assert.equal(new Set(keys).size, keys.length);
      for (const key of keys) {
        assert.ok(key.length > 0 && key.length <= 300);
        assert.ok(key.isWellFormed(), 'PostgreSQL stores no half of a letter');
      }
    });
  });
});

test('a title of thousands of letters outside the first plane is cut between letters', () => {
  for (const start of ['', 'a', 'ab', 'abc', 'abcd']) {
    for (const letter of ['𠮷', '𐌰']) {
      const key = titleKey(start + letter.repeat(2000));
      assert.ok(key.isWellFormed());
      assert.ok(key.length <= 300 && key.length > 290);
    }
  }
});

describe('a name is found', () => {
  const cases: [string, ...string[]][] = [
    ['Flann O’Brien', "O'Brien", 'OBRIEN', 'o brien', 'flann obrien'],
    ['Antoine de Saint-Exupéry', 'saint exupery', 'saintexupery', 'Saint‐Exupéry', 'SAINT-EXUPERY'],
    ['J. R. R. Tolkien', 'jrr tolkien', 'J.R.R. Tolkien', 'j r r tolkien', 'JRR'],
    ['J.R.R. Tolkien', 'J. R. R. Tolkien', 'jrr', 'tolkien'],
    ['Gabriel García Márquez', 'garcia marquez', 'GARCI\u0301A'],
    ['Søren Kierkegaard', 'soren', 'SØREN'],
    ['Halldór Kiljan Laxness', 'halldor'],
    ['Stanisław Lem', 'stanislaw'],
    ['Orhan Pamuk: Kırmızı', 'kirmizi', 'KIRMIZI'],
    ['Ευριπίδης', 'ευριπιδησ', 'ΕΥΡΙΠΙΔΗΣ'],
    ['Фёдор Достоевский', 'федор', 'Фёдор'],
    ['نجيب محفوظ', 'نجيب'],
    ['أحمد', 'احمد', 'أَحْمَد', 'أحـمـد'],
    ['مكتبة', 'مكتبه'],
    ['村上 春樹', '村上春樹', '村上', '春樹'],
    ['がく', 'か\u3099く'],
    ['ﾊﾙｷ', 'ハルキ'],
    ['ภาษาไทย', 'ภาษา', 'ไทย'],
    ['한강', '한강'],
    ['हिन्दी', 'हिन्दी'],
    ['Crime & Punishment', 'crime and punishment', 'crime & punishment', 'crime punishment'],
    ['Catch-22', 'catch 22', 'catch22'],
    ['Hitchhiker’s Guide', 'hitchhikers guide', "hitchhiker's"],
    ['It', 'it'],
    ['ＦＵＬＬ width', 'full'],
  ];
  for (const [text, ...queries] of cases)
    test(text, () => {
      for (const query of queries) assert.ok(found(text, query), `${query}: ${queryWords(query)}`);
    });

  test('and not by what only looks alike', () => {
    assert.ok(!found('はか', 'ばか'));
    assert.ok(!found('東京都', '京東'));
    assert.ok(!found('Ann Arbor', 'annarbor'));
  });
});

test('scripts without spaces are found by every two neighbours, others by whole words', () => {
  assert.deepEqual(queryWords('源氏物語'), ['源氏', '氏物', '物语']);
  assert.deepEqual(queryWords('源'), ['源']);
  assert.deepEqual(queryWords('ABC源氏1'), ['abc', '源氏', '1']);
  assert.deepEqual(queryWords('Ann Arbor'), ['ann', 'arbor']);
});

test('an ISBN is found in both forms', () => {
  const words = (isbn: string) => split(bookWords({ title: 'Emma', isbn }).otherWords);
  assert.deepEqual(words('9780141439587'), ['9780141439587', '0141439580']);
  assert.deepEqual(words('9780306406157'), ['9780306406157', '0306406152']);
  assert.deepEqual(words('9780804429573'), ['9780804429573', '080442957x']);
  assert.deepEqual(words('9791034304165'), ['9791034304165']);
  assert.deepEqual(bookWords({ title: 'Emma' }).otherWords, '');
});

test('a title is typed with and without subtitle and article', () => {
  assert.deepEqual(titleKeys({ title: 'The Hobbit', subtitle: 'There and Back Again', language: 'en' }), [
    'the hobbit',
    'the hobbit there and back again',
    'hobbit',
    'hobbit there and back again',
  ]);
  assert.deepEqual(titleKeys({ title: 'Emma: A Novel' }), ['emma a novel', 'emma']);
  assert.deepEqual(titleKeys({ title: 'Война и мир', otherTitles: ['War & Peace'] }), [
    'воина и мир',
    'war and peace',
    'war peace',
  ]);
  assert.deepEqual(titleKeys({ title: 'It', language: 'en' }), ['it']);
  assert.deepEqual(titleKeys({ title: '¿?' }), ['signbfsign3f']);
  assert.deepEqual(titleKeys({ title: 'Mr. Fox' }), ['mr fox']);
  assert.deepEqual(titleKeys({ title: 'Frankenstein. A Romance' }), [
    'frankenstein a romance',
    'frankenstein',
  ]);
});

test('a text of one endless word costs as much as its letters', () => {
  const began = performance.now();
  for (const endless of ['漢字'.repeat(5000), 'a'.repeat(20_000)]) indexWords(endless);
  assert.ok(performance.now() - began < 300);
});
