import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { transaction } from '#db/client';
import { catalog, insertLanguages } from '#db/testing/catalog';
import { freshDatabase } from '#db/testing/database';
import { booksInOrder } from '#lib/catalog/books/book-list-queries';
import { noFilters } from '#lib/search/request';
import { search } from '#lib/search/search';
import { stoppedClock } from '#lib/search/test-clock';

type Work = Parameters<typeof catalog>[1];

/** Each is found by what stands beside it, first of all. */
const found: Record<string, [work: Work, typed: string[]][]> = {
  'signs that nobody types': [
    [
      { title: 'Mudun al-milḥ', by: [{ name: 'ʻAbd al-Raḥmān Munīf' }] },
      ['abd al-rahman munif', 'Abd al-Rahman'],
    ],
    [{ title: 'Gogolʹ i Zhukovskiĭ' }, ['gogol', 'gogol i zhukovskii']],
    [{ title: 'П’ять казок' }, ['п’ять', "п'ять", 'пʼять', 'пять казок']],
    [{ title: 'Soft\u00adly Spo\u200bken' }, ['softly spoken']],
    [{ title: 'می\u200cخواهم زنده بمانم' }, ['میخواهم']],
    [{ title: 'The World™ of Widgets®' }, ['world of widgets', 'the world widgets']],
  ],
  'the same letter from two keyboards': [
    [{ title: 'كتاب كبير' }, ['کتاب', 'كتاب']],
    [{ title: 'یادگار' }, ['يادگار', 'یادگار']],
    [{ title: 'ガラスの靴' }, ['がらすの靴', 'ｶﾞﾗｽ']],
    [{ title: 'انقلاب ۱۳۵۷' }, ['1357', '۱۳۵۷', '١٣٥٧']],
    [{ title: '紅樓夢' }, ['红楼梦', '紅樓夢', '梦', '夢']],
  ],
  'one word or several': [
    [{ title: 'Spiderman Returns' }, ['spider-man', 'spider-man returns']],
    [{ title: 'Sunflower Seeds' }, ['sun flower', 'sun-flower seeds']],
    [{ title: 'The Moon Light' }, ['moonlight', 'the moonlight']],
    [{ title: 'AC/DC' }, ['acdc', 'ac/dc', 'ac dc']],
    [{ title: 'Cooperation Now' }, ['co-operation', 'co operation now']],
    [{ title: 'Una col·lecció' }, ['colleccio', 'col·leccio', 'col leccio']],
    [{ title: 'ジャン＝ジャック' }, ['ジャンジャック', 'ジャン・ジャック']],
    [{ title: 'Persuaded', copies: [{ shelfMark: 'PR 4034' }] }, ['PR4034', 'pr 4034']],
    [{ title: 'Surveyed', copies: [{ shelfMark: 'QA76.73' }] }, ['QA 76.73', 'qa76.73']],
  ],
  'one sound in two spellings': [
    [{ title: 'Die Müllerin' }, ['muellerin', 'müllerin', 'mullerin']],
    [{ title: 'Der Bruecke Bote' }, ['brücke', 'bruecke']],
    [{ title: 'Århundrets Bog' }, ['aarhundrets', 'århundrets', 'arhundrets']],
    [{ title: 'Aalborg Breve' }, ['ålborg', 'aalborg']],
    [{ title: 'Schuld & Sühne', language: 'de' }, ['schuld und suehne', 'schuld sühne', 'schuld & sühne']],
    [{ title: 'Pan & circo', language: 'es' }, ['pan y circo']],
  ],
  numbers: [
    [{ title: 'The Secret Diary, Aged 13¾' }, ['diary aged 13 3/4', 'diary 13¾', 'secret diary 13']],
    [{ title: '20,000 Miles Under the Ice' }, ['20000 miles', 'twenty thousand miles', '20,000 miles']],
    [{ title: 'Henry IV, Part Two' }, ['henry 4', 'henry iv part 2', 'henry the fourth part two']],
    [{ title: 'Seven Habits of Hens' }, ['7 habits', 'vii habits']],
    [{ title: '101 Ways' }, ['one hundred and one ways', '101 ways']],
    [{ title: 'Nineteen Eighty-Five' }, ['1985', 'nineteen eighty five']],
    [{ title: 'Cinco semanas', language: 'es' }, ['5 semanas']],
  ],
  'signs that carry meaning': [
    [{ title: '!!!' }, ['!!!']],
    [{ title: '?' }, ['?', ' ? ']],
    [{ title: '+' }, ['+']],
    [{ title: '🦊' }, ['🦊']],
    [{ title: 'C# in Depth' }, ['c#', 'C# in depth']],
    [{ title: 'C++ Primer' }, ['c++', 'c++ primer']],
  ],
  'a number with text around it': [
    [
      { title: 'Numbered', isbn: '9780804429573' },
      [
        '978-0-8044-2957-3 (pbk.)',
        'urn:isbn:9780804429573',
        'ISBN-13: 9780804429573, cloth',
        'Numbered. New York, 1998. ISBN 0-8044-2957-X.',
      ],
    ],
    [{ title: 'Of before 1970', isbn: '9780340013816' }, ['340013818', 'SBN 340 01381 8']],
  ],
  'words too many': [
    [
      { title: 'Quillfeather', by: [{ name: 'Jane Ostrander' }], year: 1816 },
      [
        'quillfeather 1815',
        'quillfeather 1816',
        'quillfeather by jane ostrander',
        'quillfeather novel',
        'title:quillfeather',
        'author:ostrander',
        'author:"jane ostrander" title:quillfeather',
        'Ostrander, Jane. Quillfeather. London: Murray, 1815.',
      ],
    ],
    [
      { title: 'El caballero manco', by: [{ name: 'Miguel Barrios' }] },
      ['el caballero manco por barrios', 'caballero manco libro', 'un caballero manco'],
    ],
    [
      { title: 'The Bramble Crown', series: 'Thornwood', seriesNumber: '2' },
      ['thornwood book 2', 'thornwood 2', 'a bramble crown', 'bramble crown paperback'],
    ],
  ],
  'initials and sounds': [
    [
      { title: 'Rings of Smoke', by: [{ name: 'John Ronald Tolliver' }] },
      ['j r tolliver', 'j. r. tolliver', 'jr tolliver', 'toliver rings'],
    ],
    [
      { title: 'Brothers All', by: [{ name: 'Fyodor Dostoyevsky' }] },
      ['dostoevskii', 'dostoievski', 'dostoyevski'],
    ],
  ],
  'what a book is about': [
    [
      { title: 'There Again', summary: 'A small person, and the dragon Grimbold in his cave.' },
      ['dragon', 'grimbold'],
    ],
    [{ title: 'Speech Balloons', format: 'comic' }, ['comic', 'graphic novel']],
    [{ title: 'For Small Readers', genres: ['Children’s literature'] }, ['kids', 'infantil']],
  ],
};

describe('what people type', () => {
  freshDatabase();
  stoppedClock();
  before(() =>
    transaction(async (tx) => {
      await insertLanguages(tx, 'de', 'es');
      for (const [work] of Object.values(found).flat()) await catalog(tx, work);
    }),
  );

  const titles = async (q: string) => {
    const { ids } = await search({ q, filters: noFilters(), sort: 'relevance' });
    return (await booksInOrder(ids.slice(0, 3))).map(({ title }) => title);
  };

  for (const [kind, cases] of Object.entries(found))
    for (const [{ title }, typed] of cases)
      for (const q of typed)
        test(`${kind}: “${q}” finds ${title} first`, async () => assert.equal((await titles(q))[0], title));

  test('the signs of one are not the other: C, C# and C++ are three', async () => {
    assert.equal((await titles('c++')).includes('C# in Depth'), false);
    assert.equal((await titles('c#')).includes('C++ Primer'), false);
  });

  test('two spellings of one name do not hide each other', async () => {
    await transaction(async (tx) => {
      await catalog(tx, { title: 'One', by: [{ name: 'Anna Mueller' }] });
      await catalog(tx, { title: 'Other', by: [{ name: 'Bernd Müller' }] });
    });
    for (const q of ['mueller', 'müller']) assert.deepEqual((await titles(q)).sort(), ['One', 'Other'], q);
  });

  test('of fields, only the book that has the word there', async () => {
    assert.deepEqual(await titles('title:ostrander'), []);
    assert.deepEqual(await titles('author:quillfeather'), []);
  });

  test('a title with its author comes before a title that names both', async () => {
    await transaction((tx) => catalog(tx, { title: 'Reading Quillfeather by Jane Ostrander' }));
    assert.equal((await titles('quillfeather by jane ostrander'))[0], 'Quillfeather');
    assert.equal((await titles('quillfeather jane ostrander'))[0], 'Quillfeather');
  });
});
