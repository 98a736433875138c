/** Milliseconds for all questions of one search together: after these it shows what it has. */
const timeoutMs = 300;

export const deadline = (): number => performance.now() + timeoutMs;

export const isPast = (until: number): boolean => performance.now() > until;
