type Headers = { get: (name: string) => string | null };

/**
 * The page of ours that a form was sent from, as path and query; `/` where the browser does not say. Parameters in
 * `without` are left out, because what was chosen takes their place; those in `chosen` say it.
 */
export function returnAddress(
  headers: Headers,
  without: string[] = [],
  chosen: Record<string, string> = {},
): string {
  const referer = URL.parse(headers.get('referer') ?? '');
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  if (!referer || referer.host !== host) return '/';
  for (const name of without) referer.searchParams.delete(name);
  for (const [name, value] of Object.entries(chosen)) referer.searchParams.set(name, value);
  return `/${referer.pathname.replace(/^[/\\]+/, '')}${referer.search}`;
}
