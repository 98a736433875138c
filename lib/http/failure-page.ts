import { failures } from '#lib/i18n/failures';
import { preferredLocale } from '#lib/i18n/locales';

/** Why there is no page: the fault is ours, or there are too many readers, or one asks too often. */
export type Trouble = 'failed' | 'busy' | 'tooOften';

const style = `:root{color-scheme:light dark;--paper:light-dark(#f9f5ec,#1c1813);--ink:light-dark(#2c241b,#eae5da);--green:light-dark(#17553a,#86d6ab)}
body{margin:0;background:var(--paper);color:var(--ink);font:106%/1.55 system-ui,sans-serif}
main{max-width:38rem;margin:12vh auto;padding:0 1.25rem}
h1{font:600 2rem/1.2 Georgia,serif}
a{display:inline-block;margin-right:1.5rem;padding:.6rem 0;color:var(--green)}`;

/**
 * The whole page that says why there is no other, without a script, a database or anything else that may have failed.
 * `language` as browsers ask for it; `policy` is the Content-Security-Policy it goes with.
 */
export function failurePage(trouble: Trouble, language: string | undefined, policy: string): string {
  const locale = preferredLocale(language);
  const words = failures[locale];
  const { title, text } = sentences(words)[trouble];
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
  return `<!DOCTYPE html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – LocalLibrary</title><style nonce="${nonce}">${style}</style></head>
<body><main><h1>${title}</h1><p>${text}</p>
<p><a href="">${words.again}</a><a href="/">${words.home}</a></p></main></body>
</html>
`;
}

const sentences = (words: (typeof failures)['en']) => ({
  failed: { title: words.title, text: words.text },
  busy: { title: words.busyTitle, text: words.busyText },
  tooOften: { title: words.tooOftenTitle, text: words.tooOftenText },
});
