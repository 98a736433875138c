/** What may stand in an XML 1.0 document, on one line, with stacks of accents kept to a readable height. */
export function plainText(text: string): string {
  const legal = text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
  const calm = legal.replace(/[\u202A-\u202E\u2066-\u2069]/g, '').replace(/(\p{M}{5})\p{M}+/gu, '$1');
  return calm.replace(/[\s\u0080-\u009F]+/g, ' ').trim();
}
