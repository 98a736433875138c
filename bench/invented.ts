import { createHash } from 'node:crypto';
import { conditions } from '#db/schema/catalog';
import type { Condition, SeedAuthor, SeedWork } from '#db/seed/records';

/** Always the same choice for the same number and purpose, in no visible order. */
export function pick<Choice>(choices: readonly Choice[], number: number, purpose: string): Choice {
  const mixed = createHash('md5').update(`${purpose} ${number}`).digest().readUInt32LE();
  const choice = choices[mixed % choices.length];
  if (choice === undefined) throw new Error(`There is no ${purpose} to choose from.`);
  return choice;
}

const words = (text: string) => text.split(' ');
const beginning = (text: string) => words(text).slice(0, Math.ceil(words(text).length / 2));
const end = (text: string) => words(text).slice(-Math.ceil(words(text).length / 2));

/** Begins like one work and ends like another. */
function blend(kin: readonly SeedWork[], number: number, purpose: string): string {
  const [first, second] = [pick(kin, number, `${purpose}: beginning`), pick(kin, number, `${purpose}: end`)];
  return [...beginning(first.title), ...end(second.title)].join(' ');
}

/** A book that nobody wrote, out of demonstration works of one language. */
export function inventBook(number: number, works: readonly SeedWork[], newest: Date) {
  const { language } = pick(works, number, 'language');
  const kin = works.filter((work) => work.language === language);
  return {
    title: blend(kin, number, 'title'),
    subtitle: blend(kin, number, 'subtitle'),
    summary: pick(kin, number, 'summary').summary,
    isbn: number % 2 === 0 ? isbn(number) : null,
    publisher: pick(works, number, 'publisher').publisher,
    year: 1800 + (number % 220),
    language,
    addedAt: new Date(newest.getTime() - number * 60_000),
  };
}

/** In a range that no publisher has. */
function isbn(number: number): string {
  const digits = `9799${String(number).padStart(8, '0')}`;
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place % 2 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** The given name of one demonstration author with the family name of another. */
export function inventAuthor(number: number, authors: readonly SeedAuthor[]) {
  const given = words(pick(authors, number, 'given name').name)[0];
  const family = words(pick(authors, number, 'family name').name).at(-1);
  return { name: `${given} ${family}`, sortName: `${family}, ${given}` };
}

/** Most copies are on the shelf; every fiftieth is in another condition. */
export function inventCopy(number: number, bookId: number) {
  const condition: Condition = number % 50 === 0 ? pick(conditions, number, 'condition') : 'ok';
  return {
    publicId: createHash('sha256').update(`invented copy ${number}`).digest('base64url').slice(0, 16),
    bookId,
    barcode: String(39_500_000_001 + number),
    shelfMark: `INV ${number % 1000}`,
    condition,
  };
}
