import type { Metadata } from 'next';
import { getI18n } from '#lib/i18n/get-i18n';
import { backFrom } from './not-kept-path';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('errors.notKept'), robots: { index: false } };
}

/** Where a change to the list or a setting leads that could not be remembered. */
export default async function NotKeptPage({ searchParams }: PageProps<'/not-kept'>) {
  const { t } = await getI18n();
  return (
    <div className="measure mt-12">
      <h1>{t('errors.notKept')}</h1>
      <p className="my-4">{t('errors.notKeptText')}</p>
      <p>
        <a className="button" href={backFrom(await searchParams)}>
          {t('errors.back')}
        </a>
      </p>
    </div>
  );
}
