import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from '#db/testing/fast-check';
import { apa } from '#lib/publishing/citations/apa';
import { chicago } from '#lib/publishing/citations/chicago';
import { mla } from '#lib/publishing/citations/mla';
import { plain, type RichText } from '#lib/publishing/citations/rich-text';
import { initials } from '#lib/publishing/person-name';
import { anyBook, type Credit, shared } from '#lib/publishing/test-books';

type Values = Parameters<typeof shared>[0];
type Case = [what: string, values: Values, credits: Credit[], apa: string, mla: string, chicago: string];

/** Italics as `*…*`; a space that does not break as an ordinary one. */
const marked = (passage: RichText) =>
  passage
    .map(({ text, style }) => (style === 'italic' ? `*${text}*` : text))
    .join('')
    .replaceAll('\u00a0', ' ');

const twoTranslators: Credit[] = [
  'Tolstoy, Leo',
  ['Pevear, Richard', 'translator'],
  ['Volokhonsky, Larissa', 'translator'],
];
const crowd = (size: number) => Array.from({ length: size }, (_, at) => `Person${at + 1}, Ada`);

const cases: Case[] = [
  [
    'one author',
    {},
    ['Austen, Jane'],
    'Austen, J. (1815). *Emma*. John Murray.',
    'Austen, Jane. *Emma*. John Murray, 1815.',
    'Austen, Jane. *Emma*. John Murray, 1815.',
  ],
  [
    'two authors and a subtitle',
    { title: 'Good Omens', subtitle: 'The Nice and Accurate Prophecies', publisher: 'Gollancz', year: 1990 },
    ['Gaiman, Neil', 'Pratchett, Terry'],
    'Gaiman, N., & Pratchett, T. (1990). *Good Omens: The Nice and Accurate Prophecies*. Gollancz.',
    'Gaiman, Neil, and Terry Pratchett. *Good Omens: The Nice and Accurate Prophecies*. Gollancz, 1990.',
    'Gaiman, Neil, and Terry Pratchett. *Good Omens: The Nice and Accurate Prophecies*. Gollancz, 1990.',
  ],
  [
    'three authors, one with a suffix',
    { title: 'Structure', publisher: null },
    ['Le Guin, Ursula K.', 'King, Martin Luther, Jr.', 'Sartre, Jean-Paul'],
    'Le Guin, U. K., King, M. L., Jr., & Sartre, J.-P. (1815). *Structure*.',
    'Le Guin, Ursula K., et al. *Structure*. 1815.',
    'Le Guin, Ursula K., Martin Luther King Jr., and Jean-Paul Sartre. *Structure*. 1815.',
  ],
  [
    'a pope, who has no family name, and an edition in words',
    { title: 'Crossing the Threshold of Hope', edition: 'Second edition', publisher: 'Knopf', year: 1994 },
    ['John Paul II, Pope'],
    'Pope John Paul II. (1994). *Crossing the Threshold of Hope* (2nd ed.). Knopf.',
    'Pope John Paul II. *Crossing the Threshold of Hope*. 2nd ed., Knopf, 1994.',
    'Pope John Paul II. *Crossing the Threshold of Hope*. 2nd ed. Knopf, 1994.',
  ],
  [
    'translators and an edition',
    { title: 'War and Peace', edition: '2', publisher: 'Vintage', year: 2008 },
    twoTranslators,
    'Tolstoy, L. (2008). *War and Peace* (R. Pevear & L. Volokhonsky, Trans.; 2nd ed.). Vintage.',
    'Tolstoy, Leo. *War and Peace*. Translated by Richard Pevear and Larissa Volokhonsky, 2nd ed., Vintage, 2008.',
    'Tolstoy, Leo. *War and Peace*. Translated by Richard Pevear and Larissa Volokhonsky. 2nd ed. Vintage, 2008.',
  ],
  [
    'editors and no author',
    { title: 'The Norton Anthology', publisher: 'Norton', year: 2012 },
    [
      ['Greenblatt, Stephen', 'editor'],
      ['Abrams, M. H.', 'editor'],
    ],
    'Greenblatt, S., & Abrams, M. H. (Eds.). (2012). *The Norton Anthology*. Norton.',
    'Greenblatt, Stephen, and M. H. Abrams, editors. *The Norton Anthology*. Norton, 2012.',
    'Greenblatt, Stephen, and M. H. Abrams, eds. *The Norton Anthology*. Norton, 2012.',
  ],
  [
    'an author, an editor and an illustrator',
    {},
    ['Austen, Jane', ['Wiltshire, John', 'editor'], ['Brock, C. E.', 'illustrator']],
    'Austen, J. (1815). *Emma* (J. Wiltshire, Ed.; C. E. Brock, Illus.). John Murray.',
    'Austen, Jane. *Emma*. Edited by John Wiltshire, illustrated by C. E. Brock, John Murray, 1815.',
    'Austen, Jane. *Emma*. Edited by John Wiltshire. Illustrated by C. E. Brock. John Murray, 1815.',
  ],
  [
    'nobody, no year and no publisher',
    { title: 'Beowulf', year: null, publisher: null },
    [],
    '*Beowulf*. (n.d.).',
    '*Beowulf*.',
    '*Beowulf*. n.d.',
  ],
  [
    'a year before the common era and a name that is not turned around',
    { title: 'Ἀντιγόνη', year: -441, publisher: null },
    ['Σοφοκλῆς'],
    'Σοφοκλῆς. (441 BCE). *Ἀντιγόνη*.',
    'Σοφοκλῆς. *Ἀντιγόνη*. 441 BCE.',
    'Σοφοκλῆς. *Ἀντιγόνη*. 441 BCE.',
  ],
  [
    'other scripts: capitals make initials, a script without them keeps the name',
    { title: '吾輩は猫である', publisher: '大倉書店', year: 1905 },
    ['夏目, 漱石', 'Толстой, Лев Николаевич'],
    '夏目, 漱石, & Толстой, Л. Н. (1905). *吾輩は猫である*. 大倉書店.',
    '夏目, 漱石, and Лев Николаевич Толстой. *吾輩は猫である*. 大倉書店, 1905.',
    '夏目, 漱石, and Лев Николаевич Толстой. *吾輩は猫である*. 大倉書店, 1905.',
  ],
  [
    'a title that asks, in a series',
    {
      title: 'Do Androids Dream of Electric Sheep?',
      series: 'SF Masterworks',
      seriesNumber: '4',
      year: 1968,
    },
    ['Dick, Philip K.'],
    'Dick, P. K. (1968). *Do Androids Dream of Electric Sheep?* John Murray.',
    'Dick, Philip K. *Do Androids Dream of Electric Sheep?* John Murray, 1968.',
    'Dick, Philip K. *Do Androids Dream of Electric Sheep?* SF Masterworks 4. John Murray, 1968.',
  ],
  [
    'something to be heard',
    { format: 'audiobook', edition: 'Second edition' },
    ['Austen, Jane'],
    'Austen, J. (1815). *Emma* (2nd ed.) [Audiobook]. John Murray.',
    'Austen, Jane. *Emma*. 2nd ed., John Murray, 1815.',
    'Austen, Jane. *Emma*. 2nd ed. John Murray, 1815.',
  ],
];

for (const [what, values, credits, inApa, inMla, inChicago] of cases) {
  describe(what, () => {
    const book = shared(values, credits);
    test('in APA', () => assert.equal(marked(apa(book)), inApa));
    test('in MLA', () => assert.equal(marked(mla(book)), inMla));
    test('in Chicago', () => assert.equal(marked(chicago(book)), inChicago));
  });
}

test('of a crowd APA names twenty, or nineteen and the last; Chicago ten, or seven', () => {
  assert.match(plain(apa(shared({}, crowd(20)))), /Person19, A\., & Person20, A\. \(1815\)/);
  assert.match(plain(apa(shared({}, crowd(21)))), /Person18, A\., Person19, A\., … Person21, A\. \(1815\)/);
  assert.match(plain(chicago(shared({}, crowd(10)))), /Ada Person9, and Ada Person10\. /);
  assert.match(plain(chicago(shared({}, crowd(11)))), /Ada Person6, Ada Person7, et al\. Emma/);
});

for (const [edition, written] of [
  ['1', '1st ed.'],
  ['2nd', '2nd ed.'],
  ['3rd edition', '3rd ed.'],
  ['11', '11th ed.'],
  ['23.', '23rd ed.'],
  ['Revised edition', 'Revised ed.'],
  ['2. Auflage', '2. Auflage'],
] as const) {
  test(`the edition “${edition}” is cited as ${written}`, () =>
    assert.ok(plain(chicago(shared({ edition }))).includes(`Emma. ${written}`)));
}

for (const [given, short] of [
  ['Ursula K.', 'U. K.'],
  ['J.R.R.', 'J. R. R.'],
  ['Jean-Paul', 'J.-P.'],
  ['Vincent van', 'V. van'],
  ['H. G. (Herbert George)', 'H. G.'],
  ['Ķarlis', 'Ķ.'],
  ['漱石', '漱石'],
  ['نجيب', 'نجيب'],
] as const) {
  test(`the initials of ${given} are ${short}`, () => assert.equal(initials(given), short));
}

test('whatever a cataloger typed, a citation names the title and ends like a sentence, with no hole in it', () => {
  fc.assert(
    fc.property(anyBook, fc.constantFrom(apa, mla, chicago), (book, cite) => {
      const text = plain(cite(book));
      assert.ok(text.includes(book.title));
      assert.match(text, /[.?!…。．？！]['"”’»」』]*$/);
      assert.doesNotMatch(text.replace(book.title, ''), /\bundefined\b|\[object/);
    }),
  );
});
