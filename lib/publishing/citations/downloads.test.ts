import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from '#db/testing/fast-check';
import { bibtex } from '#lib/publishing/citations/bibtex';
import { cslJson } from '#lib/publishing/citations/csl-json';
import { attachmentOf, downloadOf } from '#lib/publishing/citations/download';
import { ris } from '#lib/publishing/citations/ris';
import { fullTitle, inRole, type PublishedBook } from '#lib/publishing/published-book';
import { anyBook, shared } from '#lib/publishing/test-books';

const readOne = (text: string, forceType: string) => {
  const items = plugins.input.chain(text, { forceType });
  assert.equal(items.length, 1);
  return items[0] ?? {};
};
const readBibtex = (book: PublishedBook) => readOne(bibtex(book), '@bibtex/text');
const readRis = (book: PublishedBook) => readOne(ris(book), '@ris/file');

/** The reader marks protected capitals, and may close up or widen spaces. */
const bare = (text: unknown) =>
  String(text ?? '')
    .replaceAll(/<\/?span[^>]*>/g, '')
    .replaceAll(/\s+/g, '')
    .normalize('NFC');

const anthology = shared(
  {
    title: 'The {Art} of 100% C_sharp & $5 #1',
    subtitle: 'a ~ b ^ c \\end',
    publisher: 'Simon and Schuster',
    year: 1999,
    edition: '2',
    series: 'Discworld',
    seriesNumber: '5',
    isbn: '9780141439587',
    summary: 'Wit, 100 % of it.',
    genres: [
      { id: 1, name: 'Satire' },
      { id: 2, name: 'Fantasy' },
    ],
  },
  ['Pratchett, Terry', 'Dumas, Alexandre, père', ['Homer', 'editor'], ['Lem, Ana', 'translator']],
);

test('BibTeX says everything, with every sign that TeX would take for a command spelled out', () => {
  assert.equal(
    bibtex(anthology),
    String.raw`@book{pratchett-1999-42,
  author     = {Pratchett, Terry and Dumas, père, Alexandre},
  editor     = {{Homer}},
  translator = {Lem, Ana},
  title      = {{The} {\textbraceleft{}Art\textbraceright{}} of 100\% {C\_sharp} \& \$5 {\#1:} a \textasciitilde{} b \textasciicircum{} c \textbackslash{}end},
  publisher  = {{Simon and Schuster}},
  year       = {1999},
  edition    = {2},
  series     = {{Discworld}},
  number     = {5},
  isbn       = {9780141439587},
  language   = {en},
  keywords   = {Satire, Fantasy},
  abstract   = {Wit, 100 \% of it.},
  url        = {${anthology.address}},
}
`.replace('{\\#1:}', '\\#1:'),
  );
});

test('a BibTeX reader gets back what we hold', () => {
  const read = readBibtex(anthology);
  assert.equal(bare(read.title), bare(fullTitle(anthology)));
  assert.deepEqual(read.author, [
    { family: 'Pratchett', given: 'Terry' },
    { family: 'Dumas', suffix: 'père', given: 'Alexandre' },
  ]);
  assert.deepEqual(read.editor, [{ family: 'Homer' }]);
  const { translator } = readOne(bibtex(anthology), '@biblatex/text');
  assert.deepEqual(translator, [{ family: 'Lem', given: 'Ana' }]);
  assert.equal(read.publisher, 'Simon and Schuster');
  assert.deepEqual(read.issued, { 'date-parts': [[1999]] });
});

test('signs that TeX would join to a dash or a quotation mark stay apart', () => {
  const title = "Pages 3--5 --- ''so'' ``said'' <<he>> ,,there'' ?`!`";
  const written = bibtex(shared({ title }));
  assert.match(written, /3-\{\}-5 -\{\}-\{\}- '\{\}'so/);
  assert.equal(bare(readBibtex(shared({ title })).title), bare(title));
});

/** BibTeX ends a value where the braces do, whether or not a backslash stands before one. */
function assertBalanced(text: string): void {
  let depth = 0;
  for (const sign of text) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    assert.ok(depth >= 0);
  }
  assert.equal(depth, 0);
}

test('whatever a cataloger typed, BibTeX is one entry in balance, and its title comes back', () => {
  fc.assert(
    fc.property(anyBook, (book) => {
      assertBalanced(bibtex(book));
      assert.equal(bare(readBibtex(book).title), bare(fullTitle(book)));
    }),
  );
});

test('RIS says everything, a tag a line', () => {
  assert.deepEqual(ris(anthology).split('\r\n'), [
    'TY  - BOOK',
    'ID  - pratchett-1999-42',
    `TI  - ${fullTitle(anthology)}`,
    'AU  - Pratchett, Terry',
    'AU  - Dumas, Alexandre, père',
    'ED  - Homer',
    'A4  - Lem, Ana',
    'PY  - 1999',
    'PB  - Simon and Schuster',
    'ET  - 2',
    'T2  - Discworld',
    'SV  - 5',
    'SN  - 9780141439587',
    'LA  - en',
    'KW  - Satire',
    'KW  - Fantasy',
    'AB  - Wit, 100 % of it.',
    `UR  - ${anthology.address}`,
    'ER  - ',
    '',
  ]);
});

test('whatever a cataloger typed, RIS is one record of lines, and its title and people come back', () => {
  fc.assert(
    fc.property(anyBook, (book) => {
      const lines = ris(book).split('\r\n');
      assert.equal(lines.pop(), '');
      for (const line of lines) assert.match(line, /^[A-Z][A-Z\d] {2}- [^\r\n]*$/);
      assert.deepEqual([lines[0]?.slice(0, 6), lines.at(-1)], ['TY  - ', 'ER  - ']);
      const read = readRis(book);
      assert.equal(bare(read.title), bare(fullTitle(book)));
      const authors = Array.isArray(read.author) ? read.author.length : 0;
      // The reader knows no author of a film, a map or a score.
      if (lines[0] === 'TY  - BOOK') assert.equal(authors, inRole(book, 'author').length);
    }),
  );
});

test('a year before the common era is told where the format has a place for it', () => {
  const antigone = shared({ title: 'Antigone', year: -441 }, ['Sophocles']);
  assert.match(bibtex(antigone), /year {7}= \{441 BCE\}/);
  assert.match(ris(antigone), /\r\nPY {2}- \/\/\/441 BCE\r\n/);
  assert.deepEqual(JSON.parse(cslJson(antigone))[0].issued, { 'date-parts': [[-441]] });
  assert.match(bibtex(antigone), /^@book\{sophocles-bce441-42,/);
});

test('what is not known is not mentioned', () => {
  const beowulf = shared({ title: 'Beowulf', year: null, publisher: null, language: null }, []);
  assert.doesNotMatch(bibtex(beowulf), /year|publisher|author|language|null/);
  assert.doesNotMatch(ris(beowulf), /PY|PB|AU|LA|null/);
  assert.deepEqual(Object.keys(JSON.parse(cslJson(beowulf))[0]), ['id', 'type', 'title', 'URL']);
});

test('CSL-JSON has names in parts, and whole ones as they are', () => {
  const [item] = JSON.parse(cslJson(anthology));
  assert.deepEqual(item.author, [
    { family: 'Pratchett', given: 'Terry' },
    { family: 'Dumas', given: 'Alexandre', suffix: 'père' },
  ]);
  assert.deepEqual(item.editor, [{ literal: 'Homer' }]);
  assert.equal(item['collection-number'], '5');
});

test('whatever a cataloger typed, a citation processor takes the CSL-JSON as it is', () => {
  fc.assert(
    fc.property(anyBook, (book) => {
      const read = readOne(cslJson(book), '@else/json');
      assert.equal(read.title, fullTitle(book));
      for (const value of Object.values(read)) assert.ok(value !== null && value !== '');
    }),
  );
});

test('a file has a name that every system can store, and the exact one beside it', () => {
  assert.equal(attachmentOf(shared(), 'bib'), 'attachment; filename="emma.bib"');
  assert.equal(
    attachmentOf(shared({ title: '猫' }), 'ris'),
    'attachment; filename="book-42.ris"; filename*=UTF-8\'\'%E7%8C%AB.ris',
  );
  fc.assert(
    fc.property(anyBook, (book) => {
      const header = attachmentOf(book, 'json');
      assert.match(header, /^attachment; filename="[a-z0-9-]+\.json"(; filename\*=UTF-8''[\w.%!~*'()-]+)?$/);
      new Headers({ 'content-disposition': header });
    }),
  );
});

test('only three files are there', () => {
  for (const file of ['citation.bib', 'citation.ris', 'citation.json']) assert.ok(downloadOf(file));
  for (const file of ['citation.exe', 'citation', '__proto__', 'constructor', 'x.bib', ''])
    assert.equal(downloadOf(file), undefined);
});
