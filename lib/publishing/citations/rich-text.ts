export type RichText = { text: string; style: 'roman' | 'italic' }[];

export const roman = (text: string): RichText => (text ? [{ text, style: 'roman' }] : []);
export const italic = (text: string): RichText => (text ? [{ text, style: 'italic' }] : []);

export const plain = (passage: RichText): string => passage.map(({ text }) => text).join('');

const ended = /[.?!…。．？！]['"”’»」』]*$/;

/** Each part closed with a full stop, unless it ends like a sentence already; empty parts are left out. */
export function sentences(...parts: RichText[]): RichText {
  const said = parts.filter((part) => plain(part));
  return joined(
    said.flatMap((part, at) => [
      ...roman(at === 0 ? '' : ' '),
      ...part,
      ...roman(ended.test(plain(part)) ? '' : '.'),
    ]),
  );
}

function joined(passage: RichText): RichText {
  const runs: RichText = [];
  for (const run of passage) {
    const last = runs.at(-1);
    if (last?.style === run.style) last.text += run.text;
    else runs.push({ ...run });
  }
  return runs;
}
