let channel: BroadcastChannel | undefined;

const open = () => {
  channel ??= new BroadcastChannel('library');
  return channel;
};

/** Tells the other tabs of this browser that what is remembered changed. */
export const tellOtherTabs = () => open().postMessage('changed');

/**
 * Calls back once another tab changed something; a tab that nobody looks at waits until somebody does. Returns what
 * ends it.
 */
export function hearOtherTabs(changed: () => void): () => void {
  const heard = new AbortController();
  let missed = false;
  const look = () => {
    if (!missed || document.hidden) return;
    missed = false;
    changed();
  };
  const hear = () => {
    missed = true;
    look();
  };
  open().addEventListener('message', hear, { signal: heard.signal });
  document.addEventListener('visibilitychange', look, { signal: heard.signal });
  return () => heard.abort();
}
