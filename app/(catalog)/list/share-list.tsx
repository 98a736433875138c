import { headers } from 'next/headers';
import type { I18n } from '#lib/i18n/get-i18n';
import { siteAddress } from '#lib/session/cookie';
import { sharedListPath } from '#lib/visitor/reading-list';
import { ActionForm } from '../../_ui/action-form';
import { CopyButton } from '../../_ui/copy-button';
import { emptyList } from './actions';

/** The way to give the list away, and to be rid of it. */
export async function ShareList({ ids, i18n: { t } }: { ids: number[]; i18n: I18n }) {
  const header = await headers();
  const address = siteAddress(header) + sharedListPath(ids);
  return (
    <section className="mt-8 print:hidden">
      <h2>{t('list.share')}</h2>
      <p className="measure my-2">{t('list.shareText')}</p>
      <p className="measure break-all">
        <a href={sharedListPath(ids)}>{address}</a>
      </p>
      <div className="mt-2">
        <CopyButton
          text={address}
          label={t('list.copyAddress')}
          done={t('share.copied')}
          failed={t('share.copyFailed')}
        />
      </div>
      <ActionForm action={emptyList} className="mt-6">
        <button className="button button-quiet" type="submit">
          {t('list.emptyIt')}
        </button>
      </ActionForm>
    </section>
  );
}
