import { joined, NO_END, NO_START, type Unit } from '#lib/covers/line-breaks';
import { fits, graphemes, type Measure } from '#lib/covers/text-width';

/** Lines as full as they go; a word that is longer than a line is broken. */
export function fill(units: Unit[], measure: Measure): string[] {
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

/** So many lines; the last one ends in an ellipsis where there are more. */
export function shorten(lines: string[], rows: number, measure: Measure): string[] {
  if (lines.length <= rows) return lines;
  return [...lines.slice(0, rows - 1), ellipsis(lines[rows - 1] ?? '', measure)];
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

function ellipsis(line: string, measure: Measure): string {
  const bare = line.replace(/[\s\p{P}]+$/u, '');
  if (!bare || fits(`${bare}…`, measure)) return `${bare}…`;
  const space = bare.lastIndexOf(' ');
  return ellipsis(space > 0 ? bare.slice(0, space) : graphemes(bare).slice(0, -1).join(''), measure);
}
