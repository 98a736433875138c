/** Milliseconds for all questions of one search together: after these it shows what it has. */
const patience = 300;

/** Until when a search that begins now goes on asking. */
export const deadline = (): number => performance.now() + patience;

export const isPast = (until: number): boolean => performance.now() > until;
