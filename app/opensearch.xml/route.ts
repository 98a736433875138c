import { conditionalResponse } from '#lib/http/conditional-response';
import { getI18n } from '#lib/i18n/get-i18n';
import { openSearchDescription } from '#lib/publishing/feeds/open-search';
import { site } from '../_publishing/site';

/** What browsers need to know to search this catalog. */
export async function GET(request: Request): Promise<Response> {
  const { t, locale } = await getI18n();
  const name = t('library.name');
  const body = openSearchDescription({
    site: await site(),
    name,
    description: t('share.searchDescription', { library: name }),
    locale,
  });
  return conditionalResponse(request, {
    body,
    headers: {
      'content-type': 'application/opensearchdescription+xml; charset=utf-8',
      'cache-control': 'private, no-cache',
      vary: 'accept-language, cookie',
    },
  });
}
