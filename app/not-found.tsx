import type { Metadata } from 'next';
import { getI18n } from '#lib/i18n/get-i18n';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('errors.notFound') };
}

/** Next renders this along with every page, shown or not: so it is plain and small. */
export default async function NotFound() {
  const { t } = await getI18n();
  return (
    <div className="measure mt-12">
      <h1>{t('errors.notFound')}</h1>
      <p className="my-4">{t('errors.notFoundText')}</p>
      <p className="flex flex-wrap gap-3">
        <a className="button" href="/books">
          {t('errors.toBooks')}
        </a>
        <a className="button button-quiet" href="/">
          {t('errors.toHome')}
        </a>
      </p>
    </div>
  );
}
