import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { transaction } from '#db/client';
import { catalog } from '#db/testing/catalog';
import { freshDatabase } from '#db/testing/database';
import { paramsOf, parseSearch } from '#lib/search/request';
import { resultsOf } from '#lib/search/results';
import { search } from '#lib/search/search';
import { stoppedClock } from '#lib/search/test-clock';

const long = `${'It begins slowly, with much weather. '.repeat(5)}Then comes a dragon, and nobody sleeps. ${'It ends at last. '.repeat(9)}`;

describe('what a search says of its books', () => {
  freshDatabase();
  stoppedClock();
  before(() =>
    transaction(async (tx) => {
      await catalog(tx, {
        title: 'Blue',
        format: 'comic',
        by: [{ name: 'Rubén Darío', variants: ['García Sarmiento, Félix Rubén'] }],
        otherTitles: ['Azure'],
        publisher: 'Longmans',
        series: 'Pearls',
        seriesNumber: '3',
        genres: ['Poetry'],
        copies: [{ shelfMark: 'POE 12' }],
        summary: long,
      });
      await catalog(tx, { title: 'Green', by: [{ name: 'Ana Maria del Carmen García' }] });
      for (let i = 0; i < 12; i++) await catalog(tx, { title: `Murasaki ${i}` });
      await catalog(tx, { title: 'Murasami' });
    }),
  );

  const asked = (q: string) => parseSearch(paramsOf(String(new URLSearchParams({ q }))), { size: 10 });
  const reasonFor = async (q: string) => {
    const { books } = await resultsOf(asked(q));
    return books.find(({ title }) => title === 'Blue')?.reason;
  };

  test('nothing, where the row shows what was typed', async () => {
    for (const q of ['blue', 'dario', 'blue dario', 'bl']) assert.equal(await reasonFor(q), undefined, q);
  });

  test('where else it stands', async () => {
    assert.deepEqual(await reasonFor('azure'), { kind: 'otherTitle', text: 'Azure' });
    assert.deepEqual(await reasonFor('sarmiento'), {
      kind: 'otherName',
      text: 'García Sarmiento, Félix Rubén',
    });
    assert.deepEqual(await reasonFor('pearls'), { kind: 'series', text: 'Pearls 3' });
    assert.deepEqual(await reasonFor('poetry'), { kind: 'genre', text: 'Poetry' });
    assert.deepEqual(await reasonFor('poesia'), { kind: 'genre', text: 'Poetry' });
    assert.deepEqual(await reasonFor('comics'), { kind: 'format', format: 'comic' });
    assert.deepEqual(await reasonFor('longmans'), { kind: 'publisher', text: 'Longmans' });
    assert.deepEqual(await reasonFor('poe 12'), { kind: 'shelfMark', text: 'POE 12' });
  });

  test('the line of its description that has the word', async () => {
    const plain = await reasonFor('dragon');
    assert.ok(plain?.kind === 'description');
    assert.equal(plain.passage.match, 'dragon');
    assert.match(
      `${plain.passage.before}dragon${plain.passage.after}`,
      /^….* comes a dragon, and nobody .*…$/,
    );
    assert.ok(plain.passage.before.length < 60 && plain.passage.after.length < 60);
  });

  test('small words are no riddle', async () => assert.equal(await reasonFor('blue by dario'), undefined));

  test('a word two slips away is offered, and the words with one are taken', async () => {
    const far = await search(asked('murakani'));
    assert.deepEqual([far.correctedQuery, far.near], [undefined, true]);
    assert.match(far.suggestedQuery ?? '', /^murasa[km]i$/);
    assert.ok(far.ids.length > 0);
    const close = await search(asked('murasaky 3'));
    assert.deepEqual([close.correctedQuery, close.suggestedQuery], ['murasaki 3', undefined]);
  });

  test('what it lacks, where no book has all', async () => {
    assert.deepEqual(await reasonFor('blue zzyzx'), { kind: 'missing', text: 'zzyzx' });
    assert.deepEqual((await search(asked('blue zzyzx'))).missingWords, ['zzyzx']);
  });

  test('a shown name comes before one that is only known', async () => {
    const { books } = await resultsOf(asked('garcia'));
    assert.deepEqual(
      books.map(({ title }) => title),
      ['Green', 'Blue'],
    );
  });

  test('whose name was typed', async () => {
    const named = async (q: string) =>
      (await search(asked(q))).authors.map(({ name, books }) => [name, books]);
    assert.deepEqual(await named('dario'), [['Rubén Darío', 1]]);
    assert.deepEqual(await named('ruben dario'), [['Rubén Darío', 1]]);
    // Under that name nobody knows Darío.
    assert.deepEqual(await named('garcia'), [['Ana Maria del Carmen García', 1]]);
    for (const q of ['ruben', 'blue dario', 'blue', '']) assert.deepEqual(await named(q), [], q);
  });

  test('a thin answer does not hide the book that is meant', async () => {
    await transaction(async (tx) => {
      await catalog(tx, { title: 'Speaker for the Lost', by: [{ name: 'Orla Cardew' }] });
      await catalog(tx, { title: 'On Perfumery', subtitle: 'A secret kept for the lost, and other recipes' });
    });
    const { books, found } = await resultsOf(asked('secret for the lost'));
    assert.deepEqual(books.map(({ title }) => title).slice(0, 2), ['On Perfumery', 'Speaker for the Lost']);
    assert.deepEqual(books[1]?.reason, { kind: 'missing', text: 'secret' });
    assert.equal(found.near, false);
  });

  test('what may have been meant, where few books have what was typed and many something near', async () => {
    const near = async (q: string) => (await search(asked(q))).suggestedQuery;
    assert.equal(await near('murasami'), undefined, 'a whole title is meant');
    assert.equal(await near('murasami blue'), undefined);
    await transaction((tx) => catalog(tx, { title: 'Of Murasami and Others' }));
    assert.equal(await near('murasami others'), undefined);
    assert.equal(await near('others murasami of'), undefined);
    await transaction((tx) => catalog(tx, { title: 'The Murasahi Road' }));
    assert.equal(await near('murasahi'), 'murasaki');
  });
});
