'use client';

import { createElement, type HTMLAttributes, useLayoutEffect, useRef, useState } from 'react';
import { markupOfAnswer } from '#lib/sent-markup';
import { become } from './become';

/** The markup itself, or its place among the markup of a document, in which it is sent once. */
export type MarkupSent = { html: string } | { place: number };

type Attributes = Pick<HTMLAttributes<HTMLElement>, 'className' | 'aria-label' | 'role'>;
type Props = MarkupSent & Attributes & { as: 'ul' | 'p' | 'nav' | 'details'; open?: boolean };

/** What a document came with, for when the router shows its page again. */
const documented = new Map<number, string>();

/**
 * An element with markup made by `html` as its content. Where that changes while it is looked at, such as buttons that
 * were pressed, only what differs changes: React would write all of it anew, and the focus would be lost.
 */
export function Markup({ as, ...props }: Props) {
  const { html, place, ...attributes } = { html: undefined, place: undefined, ...props };
  const [first] = useState(() => html ?? sentAt(place));
  const shown = useRef(html);
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (!element.current) return;
    if (place !== undefined && !documented.has(place)) documented.set(place, element.current.innerHTML);
    if (html !== undefined && html !== shown.current) become(element.current, filled(element.current, html));
    shown.current = html;
  }, [html, place]);
  return createElement(as, {
    ...attributes,
    ref: element,
    // In the browser the markup is there already.
    suppressHydrationWarning: true,
    dangerouslySetInnerHTML: { __html: first },
  });
}

const sentAt = (place = -1): string => markupOfAnswer()?.[place] ?? documented.get(place) ?? '';

function filled(like: HTMLElement, html: string): HTMLElement {
  const fresh = like.cloneNode() as HTMLElement;
  fresh.innerHTML = html;
  return fresh;
}
