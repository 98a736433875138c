import { isLocale, preferredLocale } from '#lib/i18n/locales';
import { translator } from '#lib/i18n/translator';
import { parseQuery } from '#lib/search/request';
import { suggest } from '#lib/search/suggestions/suggest';
import { openSearchSuggestions, suggestedOptions } from '#lib/search/suggestions/suggested-options';
import { siteAddress } from '#lib/session/cookie';

/** What may be meant while a person types: for browsers as OpenSearch has it, for our own box with more to show. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const q = parseQuery(searchParams.get('q') ?? '');
  const asked = searchParams.get('language');
  const t = translator(isLocale(asked) ? asked : preferredLocale(request.headers.get('accept-language')));
  const options = suggestedOptions(await suggest(q), q, t);
  if (request.headers.get('accept')?.startsWith('application/json')) {
    const said = t('search.suggested', { count: options.length });
    return json({ label: t('search.suggestions'), said, options }, 'application/json');
  }
  const site = siteAddress(request.headers);
  return json(openSearchSuggestions(q, options, site), 'application/x-suggestions+json');
}

const json = (content: unknown, type: string) =>
  new Response(JSON.stringify(content), {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'private, max-age=60',
      vary: 'accept, accept-language',
    },
  });
