'use client';

import { useState, useSyncExternalStore } from 'react';

type Props = { text: string; label: string; name: string; done: string };

const never = () => () => {};

/** Copies a text. It is there only where the browser lets a page copy: with scripts, and on a safe connection. */
export function CopyButton({ text, label, name, done }: Props) {
  const [copied, setCopied] = useState(false);
  const able = useSyncExternalStore(
    never,
    () => navigator.clipboard !== undefined,
    () => false,
  );
  if (!able) return null;
  const copy = async () => {
    setCopied(false);
    await navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <p className="flex items-center gap-3">
      <button type="button" className="button button-quiet" aria-label={name} onClick={copy}>
        {label}
      </button>
      <span role="status">{copied && done}</span>
    </p>
  );
}
