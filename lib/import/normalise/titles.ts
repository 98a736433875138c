/** What parts a title from its subtitle: a line break, MARC's `$b`, or a colon. */
const border = /\s*\n\s*|\s*[:;]?\s*\$b\s*|\s+:\s+|(?<=..):\s+/;

/** Title proper and subtitle; the subtitle may have borders of its own, which become colons. */
export function splitTitle(text: string): { title: string; subtitle: string | null } {
  const [title = '', ...rest] = text
    .trim()
    .replaceAll(/[\r\n]+/g, '\n')
    .split(border)
    .map(squeezed)
    .filter((part) => part !== '');
  return { title, subtitle: rest.join(': ') || null };
}

export const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** `Mort (Death, #1; Discworld, #4)`: the title without the parentheses, and the first series of them. */
export function splitSeries(text: string): {
  title: string;
  series: string | null;
  seriesNumber: string | null;
} {
  const found = /^(.+?)\s*\(([^()#]+?),?\s*#([^;()]+)(?:;[^()]*)?\)\s*$/.exec(text);
  if (!found) return { title: text, series: null, seriesNumber: null };
  const [, title = text, series = '', number = ''] = found;
  return { title, series: squeezed(series), seriesNumber: number.trim() };
}
