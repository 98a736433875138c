export type Box = { width: number; height: number; sizes: readonly number[]; rows: number; tracking: number };
export type Setting = { size: number; leading: number; lines: string[] };

/** Sets a text in the largest size that fits the box; only the smallest size breaks words or ends in an ellipsis. */
export function setText(text: string, box: Box): Setting {
  const leading = leadingOf(text);
  const rowsAt = (size: number) => Math.max(1, Math.min(box.rows, Math.floor(box.height / (size * leading))));
  const measureAt = (size: number): Measure => ({ em: box.width / size, tracking: box.tracking });
  const units = unitsOf(text.slice(0, 600).toWellFormed(), box.tracking);
  for (const size of box.sizes) {
    const lines = evenLines(units, rowsAt(size), box.width / size);
    if (lines) return { size, leading, lines };
  }
  const size = Math.min(...box.sizes);
  return { size, leading, lines: shorten(fill(units, measureAt(size)), rowsAt(size), measureAt(size)) };
}

/** What may stand in an XML 1.0 document, on one line, with stacks of accents kept to a readable height. */
export function plainText(text: string): string {
  const legal = text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
  const calm = legal.replace(/[\u202A-\u202E\u2066-\u2069]/g, '').replace(/(\p{M}{5})\p{M}+/gu, '$1');
  return calm.replace(/[\s\u0080-\u009F]+/g, ' ').trim();
}

/** Estimated width in em, a little on the generous side so that any reader's serif fits. */
export function textWidth(text: string, tracking = 0): number {
  return graphemes(text).reduce((sum, one) => sum + graphemeWidth(one) + tracking, 0);
}

export function isRtl(text: string, language: string | null): boolean {
  const letter = text.match(/\p{L}/u)?.[0];
  return letter ? RTL_LETTER.test(letter) : RTL_LANGUAGE.test(language ?? '');
}

type Measure = { em: number; tracking: number };
type Unit = { text: string; width: number; gap: number };
type Draft = { at: number; cost: number; lines: string[] };

const RTL_LETTER = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const RTL_LANGUAGE = /^(ara?|heb?|fas?|per|urd?|yid?|pu?s|snd?|sd|uig|ug|dv|div|ckb|arc|syr)$/;
const FULL =
  /[\u2E80-\u30FF\u3100-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFF60\u{20000}-\u{3FFFF}]/u;
const UNSPACED =
  /[\u2E80-\u30FF\u3400-\u9FFF\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const TALL = /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}]/u;
const NO_START =
  /^[、。，．・：；？！）」』】〕〉》’”ー々〜…‥ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.!?:;)\]}»%]/;
const NO_END = /[「『（【〔〈《‘“([{«]$/;
const SHORT_WORD =
  /(?<=^| )([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]{1,2}) (?=\S{3,10}(?: |$))/gu;
const PICTURE = /[\p{Extended_Pictographic}\p{RI}]/u;
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\p{Mn}\p{Me}\p{Cf}]/u, 0],
  [/\p{Mc}/u, 0.4],
  [/\s/, 0.28],
  [/[ijlfItr.,:;!'’‘|()[\]\-·]/, 0.4],
  [/[mwMW@%&—…ŒœÆæЖШЩЮМФЫжшщюмфы]/, 0.97],
  [FULL, 1],
  [PICTURE, 1.4],
  [/[\uFDF0-\uFDFF]/, 2],
  [/[\p{Script=Arabic}\p{Script=Hebrew}\p{Nd}]/u, 0.57],
  [/\p{Lu}/u, 0.74],
  [/[\p{Script=Latin}\p{Script=Greek}]/u, 0.59],
  [/\p{Script=Cyrillic}/u, 0.62],
  [/\p{Script=Devanagari}/u, 0.7],
  [/\p{Script=Thai}/u, 0.64],
];
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const words = new Intl.Segmenter('ja', { granularity: 'word' });

function graphemes(text: string): string[] {
  return Array.from(letters.segment(text), (one) => one.segment);
}

function graphemeWidth(grapheme: string): number {
  const widths = Array.from(grapheme, (char) => WIDTHS.find(([chars]) => chars.test(char))?.[1] ?? 0.85);
  return Math.min(
    widths.reduce((total, width) => total + width, 0),
    PICTURE.test(grapheme) ? 1.4 : 3,
  );
}

function leadingOf(text: string): number {
  if (TALL.test(text)) return 1.45;
  return FULL.test(text) ? 1.3 : 1.18;
}

function fits(text: string, { em, tracking }: Measure): boolean {
  return textWidth(text, tracking) <= em;
}

/** What stays together on a line; a short preposition or article clings to the word after it. */
function unitsOf(text: string, tracking: number): Unit[] {
  const clinging = text.replace(SHORT_WORD, '$1\u00A0').split(' ');
  const gap = textWidth(' ', tracking);
  return clinging.flatMap((word) =>
    parts(word).map((part, at) => ({
      text: part,
      width: textWidth(part, tracking),
      gap: at === 0 ? gap : 0,
    })),
  );
}

function parts(word: string): string[] {
  return UNSPACED.test(word) ? phrases(word) : word.split(/(?<=[\p{L}\p{N}][-‐–—/])(?=\p{L})/u);
}

/** Japanese reads best when a particle stays with its noun: hiragana clings to what stands before it. */
function phrases(word: string): string[] {
  const found: string[] = [];
  for (const { segment } of words.segment(word)) {
    const before = found.at(-1) ?? '';
    const particle = /^\p{Script=Hiragana}/u.test(segment) && before.length < 6;
    if (before && (particle || NO_START.test(segment) || NO_END.test(before)))
      found.splice(-1, 1, before + segment);
    else found.push(segment);
  }
  return found;
}

/** The fewest lines that hold whole words, broken so that their lengths differ least. */
function evenLines(units: Unit[], rows: number, em: number): string[] | undefined {
  let drafts: Draft[] = [{ at: 0, cost: 0, lines: [] }];
  for (let row = 0; row < rows; row += 1) {
    drafts = nextLine(drafts, units, em);
    const whole = drafts.find(({ at }) => at === units.length);
    if (whole) return whole.lines;
  }
  return undefined;
}

function nextLine(drafts: Draft[], units: Unit[], em: number): Draft[] {
  const best = new Map<number, Draft>();
  for (const draft of drafts) {
    let line = '';
    let slack = em;
    for (const [offset, unit] of units.slice(draft.at).entries()) {
      slack -= unit.width + (line ? unit.gap : 0);
      if (slack < 0) break;
      line = joined(line, unit);
      keepCheapest(best, {
        at: draft.at + offset + 1,
        cost: draft.cost + slack ** 2,
        lines: [...draft.lines, line],
      });
    }
  }
  return [...best.values()];
}

function keepCheapest(best: Map<number, Draft>, draft: Draft): void {
  if (draft.cost < (best.get(draft.at)?.cost ?? Infinity)) best.set(draft.at, draft);
}

function joined(line: string, unit: Unit): string {
  return line && unit.gap ? `${line} ${unit.text}` : line + unit.text;
}

function fill(units: Unit[], measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const unit of units) {
    if (fits(joined(line, unit), measure)) line = joined(line, unit);
    else {
      if (line) lines.push(line);
      const pieces = chop(unit.text, measure);
      lines.push(...pieces.slice(0, -1));
      line = pieces.at(-1) ?? '';
    }
  }
  return [...lines, line];
}

function chop(word: string, measure: Measure): string[] {
  const pieces: string[] = [];
  let rest = graphemes(word);
  while (rest.length > 1 && !fits(rest.join(''), measure)) {
    const at = breakAt(rest, measure);
    pieces.push(rest.slice(0, at).join(''));
    rest = rest.slice(at);
  }
  return [...pieces, rest.join('')];
}

function breakAt(marks: string[], measure: Measure): number {
  let most = 1;
  while (most < marks.length && fits(marks.slice(0, most + 1).join(''), measure)) most += 1;
  const polite = (at: number) => !NO_START.test(marks[at] ?? '') && !NO_END.test(marks[at - 1] ?? '');
  const wanted = [most, most - 1, most - 2, most - 3].find((at) => at > 0 && polite(at));
  return wanted ?? most;
}

function shorten(lines: string[], rows: number, measure: Measure): string[] {
  if (lines.length <= rows) return lines;
  return [...lines.slice(0, rows - 1), ellipsis(lines[rows - 1] ?? '', measure)];
}

function ellipsis(line: string, measure: Measure): string {
  const bare = line.replace(/[\s\p{P}]+$/u, '');
  if (!bare || fits(`${bare}…`, measure)) return `${bare}…`;
  const space = bare.lastIndexOf(' ');
  return ellipsis(space > 0 ? bare.slice(0, space) : graphemes(bare).slice(0, -1).join(''), measure);
}
