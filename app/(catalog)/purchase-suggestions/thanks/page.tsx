import type { Metadata } from 'next';
import Link from 'next/link';
import { suggestPurchasePath } from '#lib/acquisitions/purchase-suggestion-address';
import { getI18n } from '#lib/i18n/get-i18n';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('purchaseSuggestions.thanks'), robots: { index: false } };
}

export default async function PurchaseSuggestedPage() {
  const { t } = await getI18n();
  return (
    <div className="measure">
      <h1 className="mt-8">{t('purchaseSuggestions.thanks')}</h1>
      <p className="my-4">{t('purchaseSuggestions.thanksText')}</p>
      <p className="flex flex-wrap gap-3">
        <Link className="button" href="/books">
          {t('errors.toBooks')}
        </Link>
        <Link className="button button-quiet" href={suggestPurchasePath}>
          {t('purchaseSuggestions.another')}
        </Link>
      </p>
    </div>
  );
}
