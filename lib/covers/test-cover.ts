import assert from 'node:assert/strict';
import { textWidth } from '#lib/covers/text-width';

type Block = { size: number; spacing: number; rtl: boolean; lines: { y: number; text: string }[] };

/** The title of a cover and, if there is one, the author, as they were set. */
export function blocks(svg: string): Block[] {
  return Array.from(svg.matchAll(/<g (font-family[^>]*)>(.*?)<\/g>/g), ([, attributes = '', body = '']) => ({
    size: Number(attributes.match(/font-size="([\d.]+)"/)?.[1]),
    spacing: Number(attributes.match(/letter-spacing="([\d.]+)"/)?.[1] ?? 0),
    rtl: attributes.includes('direction="rtl"') && attributes.includes('text-anchor="middle"'),
    lines: Array.from(body.matchAll(/<text y="([\d.]+)">(.*?)<\/text>/g), ([, y, text = '']) => ({
      y: Number(y),
      text: decode(text),
    })),
  }));
}

export function assertFits(svg: string): void {
  const [title, author] = blocks(svg);
  assert.ok(title && title.lines.length <= 5);
  for (const { size, spacing, lines } of author ? [title, author] : [title]) {
    for (const { y, text } of lines) {
      assert.ok(textWidth(text, spacing / size) * size <= 181, text);
      assert.ok(y - size > 12 && y + size * 0.3 < 344, text);
    }
  }
  if (!author) return;
  const foot = Math.max(...title.lines.map(({ y }) => y)) + title.size * 0.3;
  assert.ok(foot < Math.min(...author.lines.map(({ y }) => y)) - author.size * 0.8);
}

export function assertWellFormed(xml: string): void {
  assert.doesNotMatch(xml, /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u);
  const open: string[] = [];
  const token = /<(\/?)([a-z]+)((?: [a-z:A-Z-]+="[^"<&]*")*)(\/?)>|((?:[^<&>]|&#\d+;)+)/y;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const [, end, name = '', attributes = '', empty, text] =
      token.exec(xml) ?? assert.fail(xml.slice(at, at + 40));
    const names = Array.from(attributes.matchAll(/ ([\w:-]+)="/g), ([, one]) => one);
    assert.equal(new Set(names).size, names.length);
    if (text !== undefined) assert.ok(open.length > 0);
    else if (end) assert.equal(open.pop(), name);
    else if (!empty) open.push(name);
    assert.ok(open.length > 0 || token.lastIndex === xml.length);
  }
  assert.deepEqual(open, []);
}

export function decode(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}
