import type { SearchEntry } from '#db/search/engine';
import type { Term } from '#db/search/terms';

const padded = (words: string) => ` ${words} `;

/** Whether a text with spaces around it has one of a term's forms; `open`: its last word may be unfinished. */
export const holds = (text: string, { forms }: Term, open = false): boolean =>
  forms.some((form, nth) => {
    const end = open && nth === 0 ? '' : ' ';
    return text.includes(` ${form.join(' ')}${end}`) || form.every((word) => text.includes(` ${word} `));
  });

export type NameMatch = {
  /** What part of the form of the name was typed. */
  share: number;
  /** The family name is part of it. */
  family: boolean;
  /** It is a form that readers see, not one that is only known. */
  shown: boolean;
  /** Whose name it is: 0 is the first of the contributors. */
  contributor: number;
};

/** All terms in one form of one name, in the best of them; undefined where no single form has all. */
export function nameMatch(
  { names }: Pick<SearchEntry, 'names'>,
  isOpen: (term: number) => boolean,
  terms: readonly Term[],
): NameMatch | undefined {
  let best: NameMatch | undefined;
  for (const [contributor, name] of names.split(' ; ').entries()) {
    const forms = name.split(' | ');
    const family = padded(familyOf(forms));
    for (const [nth, form] of forms.entries()) {
      const text = padded(form);
      if (!terms.every((term, place) => holds(text, term, isOpen(place)))) continue;
      const match = {
        share: Math.min(1, terms.length / form.split(' ').filter((word) => word !== ',').length),
        family: terms.some((term, place) => holds(family, term, isOpen(place))),
        shown: nth < shownForms,
        contributor,
      };
      if (!best || worth(match) > worth(best)) best = match;
    }
  }
  return best;
}

/** As it is shown, as it is filed, and with initials. */
export const shownForms = 3;

const familyOf = (forms: string[]) =>
  forms.find((form) => form.includes(' , '))?.split(' , ')[0] ?? forms[0] ?? '';

const worth = ({ share, family, shown, contributor }: NameMatch) =>
  share + (family ? 2 : 0) + (shown ? 1 : 0) - Math.min(contributor, 9) / 10;

/** All terms in the names of one contributor, in whatever form. */
export const inNames = ({ names }: SearchEntry, terms: readonly Term[]): boolean =>
  names.split(' ; ').some((name) => terms.every((term) => holds(padded(name), term)));
