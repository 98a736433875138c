/** Where a list can be entered: what the link says, and what `from` says in its address. */
export type Letter = {
  label: string;
  from: string;
  /** The last letter that goes by this link. */
  to: string;
  /** By ISO 15924; undefined for Latin letters, and what no script has to itself. */
  script: string | undefined;
};

/** First letters that are one link together: ten digits, and scripts in which nearly every word has its own. */
export const letterGroups = [
  { first: '0', last: '9', label: '0–9' },
  { first: '가', last: '힣', label: '한글' },
  { first: '㐀', last: '鿿', label: '漢字' },
] as const;

const groupOf = (letter: string) => letterGroups.find(({ first, last }) => letter >= first && letter <= last);

/** What stands for a first letter that titles have. */
export function letterOf(initial: string): Letter {
  const group = groupOf(initial);
  const [label, from] = [group?.label ?? initial.toUpperCase(), group?.first ?? initial];
  return { label, from, to: group?.last ?? initial, script: scriptOf(initial) };
}

/** The scripts that books are printed in, kana as one: every other is one that has no name here. */
const scripts = [
  ...['Grek', 'Cyrl', 'Geor', 'Armn', 'Hebr', 'Arab', 'Syrc', 'Ethi', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya'],
  ...['Taml', 'Telu', 'Knda', 'Mlym', 'Sinh', 'Thai', 'Laoo', 'Tibt', 'Mymr', 'Khmr', 'Mong', 'Cher', 'Cans'],
  ...['Hang', 'Hani'],
].map((code) => [code, new RegExp(`^\\p{sc=${code}}`, 'u')] as const);

function scriptOf(letter: string): string | undefined {
  if (/^(?:\p{sc=Latn}|\P{L})/u.test(letter)) return undefined;
  if (/^(?:\p{sc=Hira}|\p{sc=Kana})/u.test(letter)) return 'Hrkt';
  return scripts.find(([, script]) => script.test(letter))?.[0] ?? 'Zzzz';
}

export type ScriptLetters = { script: string | undefined; letters: Letter[] };

/**
 * Letters by their scripts, those of the script that has most of them first: where most titles are Latin, Latin ones. A
 * Cyrillic М looks like a Latin M, so that one has to know where one is.
 */
export function byScript(letters: readonly Letter[]): ScriptLetters[] {
  const groups = [...Map.groupBy(letters, ({ script }) => script)].map(([script, letters]) => ({
    script,
    letters,
  }));
  const first = groups.toSorted((a, b) => b.letters.length - a.letters.length || latinFirst(a, b))[0];
  return groups.toSorted((a, b) => Number(b === first) - Number(a === first) || latinFirst(a, b));
}

const latinFirst = (a: ScriptLetters, b: ScriptLetters) =>
  Number(a.script !== undefined) - Number(b.script !== undefined);
