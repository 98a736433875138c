type Headers = { get: (name: string) => string | null };

/** The page of ours that a form was sent from, as path and query; `/` where the browser does not say. */
export function returnAddress(headers: Headers): string {
  const referer = URL.parse(headers.get('referer') ?? '');
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  if (!referer || referer.host !== host) return '/';
  return `/${referer.pathname.replace(/^[/\\]+/, '')}${referer.search}`;
}
