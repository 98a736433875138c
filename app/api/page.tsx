import type { Metadata } from 'next';
import { problems } from '#lib/api/requests/problem';
import { settings } from '#lib/env';
import { getI18n } from '#lib/i18n/get-i18n';
import { ApiExamples } from './api-examples';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('api.title') };
}

/** What programs can ask, for those who write them. The headings of errors are what their `type` leads to. */
export default async function ApiPage() {
  const { t } = await getI18n();
  return (
    <>
      <h1 className="mt-8">{t('api.title')}</h1>
      <p className="measure my-4">{t('api.intro')}</p>
      <p>
        <a href="/api/v1/openapi.json">{t('api.openApi')}</a>
      </p>
      <ApiExamples t={t} />
      <h2 className="mt-8 mb-2">{t('api.paging')}</h2>
      <p className="measure">{t('api.pagingText')}</p>
      <h2 className="mt-8 mb-2">{t('api.caching')}</h2>
      <p className="measure">{t('api.cachingText')}</p>
      <h2 className="mt-8 mb-2">{t('api.limits')}</h2>
      <p className="measure">{t('api.limitsText', { limit: settings().API_RATE_LIMIT })}</p>
      <h2 id="errors" className="mt-8 mb-2">
        {t('api.errors')}
      </h2>
      <p className="measure mb-4">{t('api.errorsText')}</p>
      <table className="table" aria-labelledby="errors">
        <thead>
          <tr>
            <th scope="col">{t('api.status')}</th>
            <th scope="col">{t('api.problem')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(problems).map(([name, { status, title }]) => (
            <tr key={name} id={name}>
              <th scope="row">{status}</th>
              <td lang="en">{title}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
