import type { RealRecord } from '#lib/import/normalise/record';
import type { Query } from './quality-queries.ts';
import { chances } from './records/chance.ts';

/** Makes what a reader might type of a record, or nothing where the record has not what it takes. */
type Maker = (record: RealRecord, chance: Chance) => string | undefined;
/** What is right: the work of that title and author; any work of the title; whatever somebody of that name wrote. */
type Right = 'title and author' | 'title' | 'author';
type QualityClass = { make: Maker; right?: Right };

type Chance = {
  below: (limit: number) => number;
  of: <Value>(values: readonly Value[]) => Value | undefined;
};

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}'’-]+/gu) ?? [];
const mainTitle = ({ title }: RealRecord) => title.replace(/\s+/g, ' ').trim();
const words = (record: RealRecord) => wordsIn(mainTitle(record));
const author = ({ contributors }: RealRecord) => contributors[0];
const isEnglish = ({ language }: RealRecord) => language?.startsWith('en') ?? false;
const isLatin = (word: string) => /^[a-z]+$/i.test(word);

/** A title that one might type whole and that says something: of 2 to 12 words. */
const usual = (record: RealRecord) => words(record).length >= 2 && words(record).length <= 12;

const letters = 'abcdefghijklmnopqrstuvwxyz';

function slip(word: string, chance: Chance): string {
  const place = chance.below(word.length);
  const letter = chance.of([...letters].filter((each) => each !== word[place]?.toLowerCase())) ?? 'x';
  const kinds: (() => string)[] = [
    () => word.slice(0, place) + word.slice(place + 1),
    () => word.slice(0, place) + letter + word.slice(place),
    () => word.slice(0, place) + letter + word.slice(place + 1),
  ];
  return (chance.of(kinds) ?? (() => word))();
}

function swapped(word: string, chance: Chance): string {
  const places = [...Array(Math.max(0, word.length - 1)).keys()].filter(
    (place) => word[place] !== word[place + 1],
  );
  const place = chance.of(places) ?? 0;
  return `${word.slice(0, place)}${word[place + 1]}${word[place]}${word.slice(place + 2)}`;
}

/** Changes one word of the title that is so long. */
const inWordOf =
  (least: number, most: number, change: (word: string, chance: Chance) => string): Maker =>
  (record, chance) => {
    const all = words(record);
    const places = [...all.keys()].filter((place) => {
      const word = all[place] ?? '';
      return isLatin(word) && word.length >= least && word.length <= most;
    });
    const place = chance.of(places);
    if (!usual(record) || place === undefined) return undefined;
    const changed = change(all[place] ?? '', chance);
    return changed === all[place] ? undefined : all.with(place, changed).join(' ');
  };

const numberWords = 'one two three four five six seven eight nine ten eleven twelve thirteen'.split(' ');
const romans = 'i ii iii iv v vi vii viii ix x xi xii xiii'.split(' ');

/** The number in the title, written otherwise; a single letter is not taken for a number. */
function renumbered(record: RealRecord, from: readonly string[], to: readonly string[]): string | undefined {
  const all = words(record);
  const place = all.findIndex(
    (word) => from.includes(word.toLowerCase()) && (word.length > 1 || /\d/.test(word)),
  );
  if (!usual(record) || place < 0) return undefined;
  return all.with(place, to[from.indexOf(all[place]?.toLowerCase() ?? '')] ?? '').join(' ');
}
const digits = numberWords.map((_, before) => String(before + 1));

const withAuthor =
  (write: (title: string, name: string) => string): Maker =>
  (record) => {
    const name = author(record)?.name;
    return usual(record) && name ? write(mainTitle(record), name) : undefined;
  };

const surname = (sortName: string) => sortName.split(',')[0]?.trim() ?? '';
const forenames = (sortName: string) => wordsIn(sortName.split(',')[1] ?? '');

const article = /^(the|an|a) /i;

/** Among the first three in so many of a hundred; in the first two classes, first. */
export const dueInThree = (name: string): number =>
  name.startsWith('exact') ? 100 : ['a word replaced', 'two slips in 5–7 letters'].includes(name) ? 80 : 90;

export const qualityClasses: Record<string, QualityClass> = {
  'exact title': {
    right: 'title',
    make: (record) => (words(record).length <= 12 ? mainTitle(record) : undefined),
  },
  'exact title of more than 12 words': {
    right: 'title',
    make: (record) => (words(record).length > 12 ? mainTitle(record) : undefined),
  },
  'title by author': { make: withAuthor((title, name) => `${title} by ${name}`) },
  'title + year': {
    make: (record, chance) =>
      usual(record) ? `${mainTitle(record)} ${record.year ?? 1850 + chance.below(170)}` : undefined,
  },
  'title + novel': { make: (record) => (usual(record) ? `${mainTitle(record)} novel` : undefined) },
  'article wrong': {
    make: (record) =>
      usual(record) && isEnglish(record) && article.test(mainTitle(record))
        ? mainTitle(record).replace(article, (own) => (/^the /i.test(own) ? 'a ' : 'the '))
        : undefined,
  },
  'article added': {
    make: (record) =>
      usual(record) && isEnglish(record) && !article.test(mainTitle(record))
        ? `the ${mainTitle(record)}`
        : undefined,
  },
  'article missing': {
    make: (record) =>
      words(record).length > 2 && usual(record) && article.test(mainTitle(record))
        ? mainTitle(record).replace(article, '')
        : undefined,
  },
  'number word as digits': { make: (record) => renumbered(record, numberWords, digits) },
  'digits as number word': { make: (record) => renumbered(record, digits, numberWords) },
  'Roman number as digits': { make: (record) => renumbered(record, romans, digits) },
  'two words joined': {
    make: (record, chance) => {
      const all = words(record);
      const place = chance.below(all.length - 1);
      const pair = [all[place] ?? '', all[place + 1] ?? ''];
      if (!usual(record) || !pair.every((word) => isLatin(word) && word.length > 1)) return undefined;
      return all.toSpliced(place, 2, pair.join('')).join(' ');
    },
  },
  'one word split': {
    make: inWordOf(7, 20, (word, chance) => {
      const place = 3 + chance.below(word.length - 5);
      return `${word.slice(0, place)} ${word.slice(place)}`;
    }),
  },
  'slip in a word of 3–4': { make: inWordOf(3, 4, slip) },
  'slip in a word of 5–7': { make: inWordOf(5, 7, slip) },
  'slip in a word of 8+': { make: inWordOf(8, 30, slip) },
  'two slips in 5–7 letters': { make: inWordOf(5, 7, (word, chance) => slip(slip(word, chance), chance)) },
  'two slips in 8+ letters': { make: inWordOf(8, 30, (word, chance) => slip(slip(word, chance), chance)) },
  'letters swapped': { make: inWordOf(4, 30, swapped) },
  'initials for forenames': {
    make: (record) => {
      const person = author(record);
      const given = forenames(person?.sortName ?? '');
      if (!person || !usual(record) || given.length === 0 || given.length > 3) return undefined;
      return `${given.map((name) => `${name[0]}.`).join(' ')} ${surname(person.sortName)} ${mainTitle(record)}`;
    },
  },
  'surname alone': {
    right: 'author',
    make: (record) => {
      const person = author(record);
      return person && forenames(person.sortName).length > 0 && isLatin(surname(person.sortName))
        ? surname(person.sortName)
        : undefined;
    },
  },
  'ISBN in text': {
    make: ({ isbn }, chance) =>
      isbn
        ? chance.of([
            `ISBN ${isbn} (pbk.)`,
            `urn:isbn:${isbn}`,
            `${isbn.slice(0, 3)}-${isbn.slice(3)} : $12.95`,
          ])
        : undefined,
  },
  'a word replaced': {
    make: (record, chance) => {
      const all = words(record);
      const place = chance.below(all.length);
      if (!usual(record) || all.length < 3) return undefined;
      return all
        .with(place, chance.of(['window', 'journey', 'summer', 'people', 'secret', 'garden', 'winter']) ?? '')
        .join(' ');
    },
  },
  'series + book + number': {
    make: ({ series, seriesNumber }) =>
      series && /^\d{1,2}$/.test(seriesNumber ?? '') ? `${series} book ${seriesNumber}` : undefined,
  },
  'ligatures and signs left out': {
    make: (record) => {
      const title = mainTitle(record);
      const plain = title
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[’'‘ʼ]/g, '')
        .replace(/[^\p{L}\p{N}\s]/gu, ' ')
        .replaceAll('æ', 'ae')
        .replaceAll('œ', 'oe')
        .replaceAll('ø', 'o')
        .replace(/\s+/g, ' ')
        .trim();
      return usual(record) && plain && plain !== title ? plain : undefined;
    },
  },
};

/** The same queries every time: so many of each class, over random records. */
export function randomQueries(records: RealRecord[], most: number): Record<string, Query[]> {
  const next = chances(1);
  const below = (limit: number) => Math.floor(next() * limit);
  const chance: Chance = { below, of: (values) => values[below(values.length)] };
  return Object.fromEntries(
    Object.entries(qualityClasses).map(([name, quality]) => [name, some(quality, records, chance, most)]),
  );
}

function some({ make, right }: QualityClass, records: RealRecord[], chance: Chance, most: number): Query[] {
  const queries = new Map<string, Query>();
  const tries = records.length * 3;
  for (let tried = 0; tried < tries && queries.size < most; tried++) {
    const record = records[chance.below(records.length)];
    if (!record || wordsIn(record.title).length === 0) continue;
    const q = make(record, chance);
    if (q && q.length <= longestQuery) queries.set(q, { q, ...soughtIn(record, right, q) });
  }
  return [...queries.values()];
}

/** As much as the search box takes. */
const longestQuery = 480;

function soughtIn(record: RealRecord, right: Right = 'title and author', q: string): Omit<Query, 'q'> {
  if (right === 'author') return { author: q };
  const title = record.subtitle ? [record.title, `${record.title} ${record.subtitle}`] : [record.title];
  return right === 'title' ? { title } : { title, author: author(record)?.name };
}
