'use client';

import { useState, useSyncExternalStore } from 'react';

type Props = { text: string; label: string; name?: string; done: string; failed: string };

const never = () => () => {};

/** Copies a text. It is there only where the browser lets a page copy: with scripts, and on a safe connection. */
export function CopyButton({ text, label, name, done, failed }: Props) {
  const [said, say] = useState('');
  const able = useSyncExternalStore(
    never,
    () => navigator.clipboard !== undefined,
    () => false,
  );
  if (!able) return null;
  const copy = async () => {
    say('');
    say(
      await navigator.clipboard.writeText(text).then(
        () => done,
        () => failed,
      ),
    );
  };
  return (
    <p className="flex flex-wrap items-center gap-3">
      <button type="button" className="button button-quiet" aria-label={name} onClick={copy}>
        {label}
      </button>
      <span role="status">{said}</span>
    </p>
  );
}
