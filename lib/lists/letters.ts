/** Where a list can be entered: what the link says, and what `from` says in its address. */
export type Letter = { label: string; from: string };

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
  return { label: group?.label ?? initial.toUpperCase(), from: group?.first ?? initial };
}
