import { doubleMetaphone } from 'double-metaphone';
import { indexWords } from '#db/search/terms';
import { wordsOf } from '#db/text/words';

type Name = { name: string; sortName?: string; variants?: string[] | null };

/** Between the forms of a name; between the names of a book's contributors stands ` ; `. */
export const betweenForms = ' | ';

/**
 * The words of a name, form by form: as it is shown, as it is filed with a comma behind the family name, with initials for
 * forenames, then its other forms, then how it sounds. Rank reads the forms, the index only words.
 */
export function nameWords({ name, sortName = '', variants }: Name): string {
  const filed = filedWords(sortName);
  const others = (variants ?? []).map(filedWords);
  const forms = [
    indexWords(name),
    filed,
    initialsOf(sortName || name),
    ...others,
    soundsOf(`${name} ${sortName}`),
  ];
  return [...new Set(forms.filter(Boolean))].join(betweenForms);
}

/** `garcia marquez , gabriel` */
function filedWords(name: string): string {
  const [family = '', ...rest] = name.split(/[,،、]/u);
  const [before, behind] = [indexWords(family), indexWords(rest.join(' '))];
  return before && behind ? `${before} , ${behind}` : before || behind;
}

/** `tolkien , j r r jrr`, for who signs so, or is asked for so. */
function initialsOf(name: string): string {
  const [family = '', ...rest] = name.split(',');
  const [surname, forenames] = rest.length > 0 ? [indexWords(family), rest.join(' ')] : lastApart(name);
  const initials = wordsOf(forenames).flatMap((word) => /^\p{L}/u.exec(word)?.[0] ?? []);
  if (!surname || initials.length === 0 || initials.length > 5) return '';
  return `${surname} , ${[...new Set([...initials, initials.join('')])].join(' ')}`;
}

function lastApart(name: string): [string, string] {
  const words = wordsOf(name);
  return [words.at(-1) ?? '', words.slice(0, -1).join(' ')];
}

const soundMark = '0';

/** How a word sounds, as a word that nobody types; none for what is short or of another script. */
export function soundOf(word: string): string | undefined {
  if (!/^[a-z]{4,}$/.test(word)) return undefined;
  const [sound] = doubleMetaphone(word);
  return sound.length > 1 ? soundMark + sound.toLowerCase() : undefined;
}

const soundsOf = (name: string) =>
  [...new Set(wordsOf(name).flatMap((word) => soundOf(word) ?? []))].join(' ');
