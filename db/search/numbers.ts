import { toCardinal as german } from 'n2words/de-DE';
import { toCardinal as english, toOrdinal as englishOrdinal } from 'n2words/en-US';
import { toCardinal as spanish } from 'n2words/es-ES';
import { toCardinal as french } from 'n2words/fr-FR';
import { toCardinal as italian } from 'n2words/it-IT';
import { toCardinal as portuguese } from 'n2words/pt-PT';
import { wordsOf } from '#db/text/words';

type Written = { cardinal?: number; ordinal?: number };

/** No title counts further than this in words. */
const values = [
  ...Array.from({ length: 200 }, (_, value) => value),
  ...[2, 3, 4, 5, 6, 7, 8, 9].map((hundreds) => hundreds * 100),
  365,
  999,
  1001,
  ...Array.from({ length: 100 }, (_, thousands) => (thousands + 1) * 1000),
  1_000_000,
];

const lastOrdinal = 40;
const firstYear = 1100;
const lastYear = 2099;
const lastRoman = 39;

/** In most languages *one* is an article too. */
const isArticle = (words: string) => /^(un|una|um|uma|une|ein|eine|uno)$/.test(words);

let byWords: Map<string, Written> | undefined;

/** All numbers by the words they are written with in the languages above, and as Romans wrote them. */
function written(): Map<string, Written> {
  if (byWords) return byWords;
  byWords = new Map();
  for (const value of values)
    for (const words of cardinalsOf(value)) note(byWords, words, { cardinal: value });
  for (let year = firstYear; year <= lastYear; year++) note(byWords, yearInWords(year), { cardinal: year });
  for (let value = 1; value <= lastRoman; value++) {
    note(byWords, roman(value), { cardinal: value });
    for (const words of ordinalsOf(value)) note(byWords, words, { ordinal: value });
  }
  return byWords;
}

function note(known: Map<string, Written>, words: string, value: Written): void {
  if (!isArticle(words)) known.set(words, { ...value, ...known.get(words) });
}

const plain = (text: string) => wordsOf(text).join(' ');

function cardinalsOf(value: number): string[] {
  const languages = [english, spanish, portuguese, french, german, italian];
  const words = languages.map((inWords) => plain(inWords(value)));
  const hundred =
    value === 100 || value === 1000 ? [plain(english(value)).replace('one ', ''), 'cien', 'tausend'] : [];
  return [...new Set([...words, ...hundred])];
}

/** `nineteen eighty four` */
function yearInWords(year: number): string {
  const [century, rest] = [Math.floor(year / 100), year % 100];
  return plain(
    `${english(century)} ${rest === 0 ? 'hundred' : rest < 10 ? `o ${english(rest)}` : english(rest)}`,
  );
}

const ordinalsOf = (value: number): string[] =>
  value > lastOrdinal ? [] : [plain(englishOrdinal(value)), ordinalSign(value)];

function ordinalSign(value: number): string {
  const tens = value % 100 > 10 && value % 100 < 14;
  const ending = tens ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}

function roman(value: number): string {
  const ones = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
  return 'x'.repeat(Math.floor(value / 10)) + ones[value % 10];
}

/** A letter that is a number of the Romans is mostly a letter. */
const isLetter = /^[ivx]$/;

/** Words that one number is written with. */
const longest = 6;

/**
 * Where a number begins at `place`: how many words it takes, and the other ways to write it, each as its words. A number
 * of two words is longer than its first.
 */
export function numberAt(
  words: readonly string[],
  place: number,
): { length: number; forms: string[][] } | undefined {
  for (let length = Math.min(longest, words.length - place); length > 0; length--) {
    const typed = words.slice(place, place + length).join(' ');
    const number = written().get(typed) ?? digits(typed);
    if (!number) continue;
    const forms = isLetter.test(typed) ? [String(number.cardinal)] : formsOf(number);
    return { length, forms: forms.filter((form) => form !== typed).map((form) => form.split(' ')) };
  }
  return undefined;
}

function digits(typed: string): Written | undefined {
  if (/^\d{1,7}$/.test(typed)) return { cardinal: Number(typed) };
  return /^\d{1,3}( \d{3})+$/.test(typed) ? { cardinal: Number(typed.replaceAll(' ', '')) } : undefined;
}

function formsOf({ cardinal, ordinal }: Written): string[] {
  const value = cardinal ?? ordinal ?? 0;
  const words = known().has(value) ? cardinalsOf(value) : [];
  const asYear = value >= firstYear && value <= lastYear ? [yearInWords(value)] : [];
  const asRoman = value > 0 && value <= lastRoman ? [roman(value)] : [];
  const grouped = value >= 1000 ? [value.toLocaleString('en').replaceAll(',', ' ')] : [];
  const asOrdinal = ordinal ? ordinalsOf(ordinal) : [];
  const all = [String(value), ...grouped, ...asRoman, ...words, ...asYear, ...asOrdinal];
  return [...new Set(all)].filter((form) => form && !isArticle(form));
}

let valueSet: Set<number> | undefined;
const known = () => {
  valueSet ??= new Set(values);
  return valueSet;
};
