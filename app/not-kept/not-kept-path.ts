const field = 'from';

/** Where a reader is told that a change was not kept; `address` is the page of ours to go back to. */
export const notKeptPath = (address: string) => `/not-kept?${new URLSearchParams({ [field]: address })}`;

/** The page to go back to: one of ours, whatever the address says. */
export function backFrom(query: Record<string, string | string[] | undefined>): string {
  const address = query[field];
  const isOurs = typeof address === 'string' && /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(address);
  return isOurs && !address.startsWith('/not-kept') ? address : '/';
}
