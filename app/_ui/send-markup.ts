import { markupOfAnswer } from '#lib/sent-markup';
import type { Html } from './html';
import type { MarkupSent } from './markup';

/** For the element that markup is the content of: `<Markup as="ul" {...markup(rows)} />`. */
export function markup({ __html }: Html): MarkupSent {
  const sent = markupOfAnswer();
  return sent ? { place: sent.push(__html) - 1 } : { html: __html };
}
