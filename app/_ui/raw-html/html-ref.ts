import { htmlStepSeesStore, requestHtmlStore } from '#lib/http/html-dedup/request-html';
import { type SafeHtml, textOf } from './html';
import type { HtmlRef } from './raw-html';

/** For the element whose content is HTML: `<RawHtml as="ul" {...htmlRef(rows)} />`. */
export function htmlRef(html: SafeHtml): HtmlRef {
  const store = htmlStepSeesStore() ? requestHtmlStore() : undefined;
  return store ? { slot: store.push(textOf(html)) - 1 } : { html: textOf(html) };
}
