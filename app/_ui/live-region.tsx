import { useState } from 'react';

/** Says a text aloud once it changes. What a page begins with was not asked for: it stays silent. */
export function LiveRegion({ text }: { text: string }) {
  const [first] = useState(text);
  const [changed, setChanged] = useState(false);
  if (!changed && text !== first) setChanged(true);
  return (
    <p className="sr-only" aria-live="polite">
      {changed && text}
    </p>
  );
}
