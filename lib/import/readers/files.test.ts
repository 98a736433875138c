import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '#db/testing/environment';
import type { RealRecord } from '../normalise/record.ts';
import { genresOf } from './gutenberg.ts';
import { missingFiles, recordsFrom, type Source } from './sources.ts';

const folder = join(temporaryFolder, 'real');

function write(file: string, lines: string[]): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
}

async function records(source: Source): Promise<RealRecord[]> {
  const found: RealRecord[] = [];
  for await (const record of recordsFrom(folder, [source])) found.push(record);
  return found;
}

test('Gutenberg: a title with a line break, two authors of one work, a work without title', async () => {
  write('gutenbergr/gutenberg_metadata.csv', [
    'gutenberg_id,title,author,language,gutenberg_bookshelf,rights',
    '7,"The Lamp\nA Tale","Marsh, Anna",en/la,Category: Plays/Films/Dramas,free',
    '7,"The Lamp\nA Tale","Mire, Lev, graf",en/la,Category: Plays/Films/Dramas,free',
    '8,,,en,,free',
    '9,"Suo","",fi,,free',
  ]);
  const [lamp, suo, ...rest] = await records('gutenberg');
  assert.equal(rest.length, 0);
  assert.deepEqual([lamp?.title, lamp?.subtitle, lamp?.language], ['The Lamp', 'A Tale', 'en']);
  assert.deepEqual(
    lamp?.contributors.map(({ name }) => name),
    ['Anna Marsh', 'Lev Mire'],
  );
  assert.deepEqual(lamp?.genres, ['Plays / Films / Dramas']);
  assert.deepEqual([suo?.title, suo?.contributors, suo?.genres], ['Suo', [], []]);
});

test('Gutenberg: at most five genres, categories first, none twice', () => {
  assert.deepEqual(genresOf('Poetry/Lamps/Category: Poetry/Category: Novels/Nobel Prizes'), [
    'Poetry',
    'Novels',
    'Lamps',
    'Nobel Prizes',
  ]);
  assert.equal(genresOf('A/B/C/D/E/F').length, 5);
});

test('goodbooks: damaged ISBN, year before our era, series, original title, many authors', async () => {
  write('goodbooks-10k/books.csv', [
    'book_id,isbn,isbn13,authors,original_publication_year,original_title,title,language_code',
    '1,306406152,9.78030640615e+12,"Anna Marsh, Lev  Mire, Anna Marsh",-720.0,Die Lampe,"The Lamp: A Tale (Marshland, #2)",en-US',
    '2,306406153,,Anna Marsh,,"नदी [Nadī]",The River,',
    '3,,,Anna Marsh,1999.0," the river (Marshland, #3)","The River (Marshland, #3)",eng',
  ]);
  const [lamp, river, again] = await records('goodbooks');
  const { title, subtitle, otherTitles, series, seriesNumber, isbn, year } = lamp ?? {};
  assert.deepEqual(
    { title, subtitle, otherTitles, series, seriesNumber, isbn, year },
    {
      title: 'The Lamp',
      subtitle: 'A Tale',
      otherTitles: ['Die Lampe'],
      series: 'Marshland',
      seriesNumber: '2',
      isbn: '9780306406157',
      year: -720,
    },
  );
  assert.deepEqual(
    lamp?.contributors.map(({ name }) => name),
    ['Anna Marsh', 'Lev Mire'],
  );
  assert.deepEqual(
    [river?.otherTitles, river?.isbn, river?.year, river?.language],
    [['नदी', 'Nadī'], null, null, null],
  );
  assert.deepEqual(again?.otherTitles, []);
});

test('multilingual: only MARC pairs, without references, marks and final punctuation', async () => {
  const tab = (...cells: string[]) => cells.join('\t');
  write('names/multilingual/titles.tsv', [
    tab('script', 'lang', 'title', 'author', 'romanised_or_display_title', 'romanised_author', 'source'),
    tab(
      'Hebr',
      'heb',
      '\u200fנהר : שירים.',
      'מרש, אנה.',
      'Nahar&#x02bc; : "shirim',
      'Marsh, Anah',
      'marc/x.xml',
    ),
    tab('Cyrl', 'rus', 'Река', '', '', '', 'marc/x.xml'),
    tab('Grek', 'gre', 'Ποτάμι', '', 'River', '', 'goodbooks:5'),
    tab('Jpan', 'jpn', '川 = River', '', 'Kawa = River', 'Numata, Hana', 'marc/y.mrc'),
  ]);
  const [hebrew, japanese, ...rest] = await records('multilingual');
  assert.equal(rest.length, 0);
  assert.deepEqual([hebrew?.title, hebrew?.subtitle, hebrew?.language], ['נהר', 'שירים', 'he']);
  assert.deepEqual(hebrew?.otherTitles, ['Nahar\u02bc : "shirim']);
  assert.deepEqual(
    [hebrew?.contributors[0]?.name, hebrew?.contributors[0]?.variants],
    ['אנה מרש', ['Anah Marsh']],
  );
  assert.deepEqual(
    [japanese?.otherTitles, japanese?.contributors[0]?.name],
    [['Kawa', 'River'], 'Hana Numata'],
  );
});

test('a file with other columns is refused, and an absent one is named', async () => {
  assert.deepEqual(missingFiles(folder), []);
  assert.equal(missingFiles(join(temporaryFolder, 'nowhere')).length, 3);
  write('goodbooks-10k/books.csv', ['book_id,isbn', '1,2']);
  await assert.rejects(records('goodbooks'), /has no column authors, /);
});
