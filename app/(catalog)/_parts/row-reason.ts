import type { Translate } from '#lib/i18n/translator';
import type { Reason } from '#lib/search/reasons';
import { html, type SafeHtml } from '../../_ui/raw-html/html';

/** Why a book is among the results, where nothing else of its row says so. */
export function reasonHtml(reason: Reason | undefined, t: Translate): SafeHtml | null {
  if (!reason) return null;
  if (reason.kind === 'format')
    return html`<p class="reason">${t('search.reasons.format', { text: t(`search.formats.${reason.format}`) })}</p>`;
  if (reason.kind !== 'description')
    return html`<p class="reason">${t(`search.reasons.${reason.kind}`, { text: reason.text })}</p>`;
  const { before, match, after } = reason.passage;
  return html`<p class="reason">${before}<mark>${match}</mark>${after}</p>`;
}
