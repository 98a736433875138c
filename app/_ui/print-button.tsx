'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Prints the page. It is there only with scripts: without them the browser's own menu prints. */
export function PrintButton({ label }: { label: string }) {
  const able = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!able) return null;
  return (
    <button type="button" className="button button-quiet" onClick={() => window.print()}>
      {label}
    </button>
  );
}
