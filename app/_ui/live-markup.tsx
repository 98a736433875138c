'use client';

import { createElement, useLayoutEffect, useRef, useState } from 'react';
import { become } from './become';

type Props = { as: 'ul' | 'p'; className?: string; html: string };

/**
 * Markup that changes while it is looked at, such as buttons that were pressed. React would write all of it anew, and
 * the focus would be lost: here only what differs changes.
 */
export function LiveMarkup({ as, className, html }: Props) {
  const [first] = useState(html);
  const shown = useRef(html);
  const element = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (shown.current === html || !element.current) return;
    shown.current = html;
    const fresh = element.current.cloneNode() as HTMLElement;
    fresh.innerHTML = html;
    become(element.current, fresh);
  }, [html]);
  // Safari takes a list without bullets for none, unless it is said to be one.
  const role = as === 'ul' ? 'list' : undefined;
  return createElement(as, { role, ref: element, className, dangerouslySetInnerHTML: { __html: first } });
}
