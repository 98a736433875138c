'use client';

import { createElement, type HTMLAttributes, useLayoutEffect, useRef, useState } from 'react';
import { noteHtmlStep, requestHtmlStore } from '#lib/http/html-dedup/request-html';
import { morph } from './morph';

/** The HTML itself, or its number among the HTML of a document, in which it is sent once. */
export type HtmlRef = { html: string } | { slot: number };

type Attributes = Pick<HTMLAttributes<HTMLElement>, 'className' | 'aria-label' | 'role'>;
type Props = HtmlRef & Attributes & { as: 'ul' | 'dl' | 'div' };

/** What the document came with, for when the router shows its page again. */
const cached = new Map<number, string>();

/**
 * An element with HTML made by `html` as its content. Where that changes while it is looked at, such as buttons that
 * were pressed, only what differs changes: React would write all of it anew, and the focus would be lost.
 */
export function RawHtml({ as, ...props }: Props) {
  const { html, slot, ...attributes } = { html: undefined, slot: undefined, ...props };
  const [first] = useState(() => (typeof document === 'undefined' ? renderedHtml : htmlInPage)(html, slot));
  const shown = useRef(html);
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (!element.current) return;
    if (slot !== undefined && !cached.has(slot)) cached.set(slot, element.current.innerHTML);
    if (html !== undefined && html !== shown.current) morph(element.current, filled(element.current, html));
    shown.current = html;
  }, [html, slot]);
  return createElement(as, {
    ...attributes,
    ref: element,
    'data-slot': slot,
    // In the browser the HTML is there already.
    suppressHydrationWarning: true,
    dangerouslySetInnerHTML: { __html: first },
  });
}

/** While a document is made. Without its store a page would lack its rows: better it fails, once. */
function renderedHtml(html: string | undefined, slot = -1): string {
  const stored = requestHtmlStore();
  noteHtmlStep(stored !== undefined);
  const known = html ?? stored?.[slot];
  if (known === undefined)
    throw new Error('The HTML of this document is out of reach: see docs/decisions/010.');
  return known;
}

/**
 * In the browser. Where anything changed the document before it came to life, React makes all of it again: then the
 * element that came with the document is still there to be read.
 */
const htmlInPage = (html: string | undefined, slot = -1): string =>
  html ?? cached.get(slot) ?? document.querySelector(`[data-slot="${slot}"]`)?.innerHTML ?? '';

function filled(like: HTMLElement, html: string): HTMLElement {
  const fresh = like.cloneNode() as HTMLElement;
  fresh.innerHTML = html;
  return fresh;
}
