import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contributorRoles, formats } from '#db/schema/catalog';
import { type SeedAuthor, type SeedWork, seedAuthors, seedWorks } from '#db/seed/records';
import { fold } from '#db/sort-key';

const works = seedWorks();
const people = new Map(seedAuthors().map((author) => [author.key, author]));

/** Every work that is not as it should be, by its title. */
const titlesWhere = (wrong: (work: SeedWork) => unknown) => works.filter(wrong).map(({ title }) => title);
const namesWhere = (wrong: (author: SeedAuthor) => unknown) =>
  [...people.values()].filter(wrong).map(({ name }) => name);

const yearOf = (date: string) => Number(/^-?\d+/.exec(date)?.[0]);

test('there are at least 200 works', () => {
  assert.ok(works.length >= 200, String(works.length));
});

test('they are in English, Spanish, Portuguese and at least four other scripts', () => {
  const languages = Map.groupBy(works, ({ language }) => language);
  for (const language of ['en', 'es', 'pt'])
    assert.ok((languages.get(language)?.length ?? 0) >= 20, language);
  const scripts = [
    'Cyrillic',
    'Greek',
    'Arabic',
    'Hebrew',
    'Devanagari',
    'Bengali',
    'Han',
    'Hangul',
    'Hiragana',
  ];
  const found = scripts.filter((script) =>
    works.some(({ title }) => new RegExp(`\\p{Script=${script}}`, 'u').test(title)),
  );
  assert.ok(found.length >= 4, found.join());
});

test('languages are ISO 639 codes that have a name', () => {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  assert.deepEqual(
    titlesWhere(({ language }) => !/^[a-z]{2,3}$/.test(language) || !names.of(language)),
    [],
  );
});

test('no title is there twice by the same author', () => {
  const known = new Set<string>();
  const repeated = titlesWhere(({ title, contributors }) => {
    const key = `${fold(title)} / ${contributors[0]?.author}`;
    return known.has(key) || !known.add(key);
  });
  assert.deepEqual(repeated, []);
});

test('every contributor exists, in a role we know, once in each role', () => {
  const unknown = titlesWhere(({ contributors }) =>
    contributors.some(({ author, role }) => !people.has(author) || !contributorRoles.includes(role)),
  );
  const twice = titlesWhere(
    ({ contributors }) =>
      new Set(contributors.map(({ author, role }) => `${author} ${role}`)).size < contributors.length,
  );
  assert.deepEqual([unknown, twice], [[], []]);
});

test('every author has a key of their own and at least one work', () => {
  assert.equal(people.size, seedAuthors().length);
  const credited = new Set(works.flatMap(({ contributors }) => contributors.map(({ author }) => author)));
  assert.deepEqual(
    namesWhere(({ key }) => !credited.has(key)),
    [],
  );
});

test('no two authors share a name', () => {
  assert.equal(new Set([...people.values()].map(({ name }) => fold(name))).size, people.size);
});

test('dates are partial dates, and death comes after birth', () => {
  const malformed = namesWhere(({ born, died }) =>
    [born, died].some((date) => date !== null && !/^-?\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/.test(date)),
  );
  const impossible = namesWhere(({ born, died }) =>
    [born, died].some(
      (date) =>
        /^\d{4}-\d\d-\d\d$/.test(date ?? '') && new Date(`${date}`).toISOString().slice(0, 10) !== date,
    ),
  );
  const reversed = namesWhere(
    ({ born, died }) => born && died && !(yearOf(born) < yearOf(died) && yearOf(died) - yearOf(born) < 110),
  );
  assert.deepEqual([malformed, impossible, reversed], [[], [], []]);
});

test('nobody wrote before the age of ten', () => {
  assert.deepEqual(
    titlesWhere(
      ({ year, contributors }) =>
        year !== null &&
        contributors.some(({ author }) => {
          const born = people.get(author)?.born;
          return born && yearOf(born) + 10 > year;
        }),
    ),
    [],
  );
});

test('no work is from the future, and years are whole', () => {
  assert.deepEqual(
    titlesWhere(({ year }) => year !== null && (!Number.isInteger(year) || year > 2025)),
    [],
  );
});

const hasCheckDigit = (isbn: string) =>
  /^97[89]\d{10}$/.test(isbn) &&
  [...isbn].reduce((sum, digit, place) => sum + Number(digit) * (place % 2 ? 3 : 1), 0) % 10 === 0;

test('an ISBN-13 has its check digit and stands for one work', () => {
  assert.equal(hasCheckDigit('9780306406157'), true);
  assert.equal(hasCheckDigit('9780306406158'), false);
  assert.deepEqual(
    titlesWhere(({ isbn }) => isbn !== null && !hasCheckDigit(isbn)),
    [],
  );
  const isbns = works.flatMap(({ isbn }) => isbn ?? []);
  assert.equal(new Set(isbns).size, isbns.length);
});

test('a book from before ISBNs has none', () => {
  assert.deepEqual(
    titlesWhere(({ isbn, year, publisher }) => isbn !== null && year !== null && year < 1967 && !publisher),
    [],
  );
});

test('summaries are 150 to 450 characters of prose, and nobody else’s', () => {
  assert.deepEqual(
    titlesWhere(({ summary }) => summary.length < 150 || summary.length > 450 || !/[.!?…”"]$/.test(summary)),
    [],
  );
  assert.equal(new Set(works.map(({ summary }) => summary)).size, works.length);
});

test('every work has genres, each once, and each genre has one spelling', () => {
  assert.deepEqual(
    titlesWhere(({ genres }) => genres.length === 0 || new Set(genres).size < genres.length),
    [],
  );
  const names = new Set(works.flatMap(({ genres }) => genres));
  assert.equal(new Set([...names].map(fold)).size, names.size);
});

test('formats are ones we know, and most works are books', () => {
  assert.deepEqual(
    titlesWhere(({ format = 'book' }) => !formats.includes(format)),
    [],
  );
  const others = titlesWhere(({ format = 'book' }) => format !== 'book');
  assert.ok(others.length >= 4 && others.length < works.length / 10, others.join());
});

test('titles in other scripts have a romanised or translated form', () => {
  assert.deepEqual(
    titlesWhere(({ title, otherTitles }) => !/\p{Script=Latin}/u.test(title) && otherTitles.length === 0),
    [],
  );
});

test('no text has stray spaces, and accents are composed', () => {
  const texts = (work: SeedWork) => [
    work.title,
    work.summary,
    work.subtitle ?? '',
    work.publisher ?? '',
    ...work.otherTitles,
    ...work.genres,
  ];
  assert.deepEqual(
    titlesWhere((work) =>
      texts(work).some(
        (text) => text !== text.trim() || /\s{2}/.test(text) || text !== text.normalize('NFC'),
      ),
    ),
    [],
  );
});

test('each work comes once, and the newest arrivals come from all over the world', () => {
  const newest = works.slice(-12);
  assert.ok(new Set(newest.map(({ language }) => language)).size >= 5);
  assert.equal(new Set(works).size, works.length);
});
