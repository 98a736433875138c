const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const parent = process.ppid;

/** Once, for whoever sends us a signal may send it to the child as well. */
export function listenForSignals(onSignal) {
  const watch = { received: undefined, stop };
  const pass = (signal) => {
    if (watch.received) return;
    watch.received = signal;
    onSignal(signal);
  };
  const orphaned = whenNpmIsGone(() => pass('SIGTERM'));
  for (const signal of signals) process.on(signal, pass);
  function stop() {
    clearInterval(orphaned);
    for (const signal of signals) process.off(signal, pass);
  }
  return watch;
}

/**
 * Ctrl-C in a terminal reaches the child without us, and so does every Ctrl-C on Windows, where `kill` ends a process
 * without asking it.
 */
export function passOn(signal, child) {
  const reachedByTerminal = signal === 'SIGINT' && (process.stdin.isTTY || process.platform === 'win32');
  if (!reachedByTerminal) child.kill(signal);
}

/** A signal to npm ends the shell between npm and us, which tells us nothing: we get another parent. */
function whenNpmIsGone(stop) {
  if (!process.env.npm_lifecycle_event) return undefined;
  return setInterval(() => process.ppid !== parent && stop(), 200);
}
