/** What has the width of a Chinese character. */
export const FULL =
  /[\u2E80-\u30FF\u3100-\u4DBF\u4E00-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFF60\u{20000}-\u{3FFFF}]/u;

/** What is written without spaces between its words. */
export const UNSPACED =
  /[\u2E80-\u30FF\u3400-\u9FFF\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What needs more room between its lines. */
export const TALL =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}]/u;

const RTL_LETTER = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const RTL_LANGUAGE = /^(ara?|heb?|fas?|per|urd?|yid?|pu?s|snd?|sd|uig|ug|dv|div|ckb|arc|syr)$/;

export function isRtl(text: string, language: string | null): boolean {
  const letter = text.match(/\p{L}/u)?.[0];
  return letter ? RTL_LETTER.test(letter) : RTL_LANGUAGE.test(language ?? '');
}
