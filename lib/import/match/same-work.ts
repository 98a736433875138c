import { wordsOf } from '#db/sort-key';

/** What somebody looks for: a book by its titles (any of them will do), by a word of its author's name, or by both. */
export type Sought = { title?: string | string[] | undefined; author?: string | undefined };

/** As much of a book as it takes to know it again. */
export type Described = {
  title: string;
  subtitle: string | null;
  otherTitles: string[];
  /** Every form of every contributor's name. */
  names: string[];
};

/** True for every edition and every other record of the work: an id means nothing. */
export function isSought(book: Described, { title = [], author }: Sought): boolean {
  const titles = [title].flat();
  return (
    (titles.length === 0 || titles.some((form) => isTitled(book, form))) && (!author || isBy(book, author))
  );
}

function isTitled({ title, subtitle, otherTitles }: Described, sought: string): boolean {
  const forms = [title, `${title} ${subtitle ?? ''}`, ...otherTitles];
  return forms.some((form) => plain(form) === plain(sought));
}

const isBy = ({ names }: Described, sought: string) =>
  names.some((name) => ` ${plain(name)} `.includes(` ${plain(sought)} `));

const plain = (text: string) => wordsOf(text).join(' ');
