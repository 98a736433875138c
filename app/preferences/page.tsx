import type { Metadata } from 'next';
import { getI18n } from '#lib/i18n/get-i18n';
import { defaultPageSize } from '#lib/lists/page-sizes';
import { readSession } from '#lib/visitor/session';
import { ActionForm } from '../_ui/action-form';
import { ButtonGroup } from '../_ui/button-group';
import { SizeForm } from '../(catalog)/_parts/size-form';
import { chooseLanguageOrTheme, choosePageSize } from './actions';
import { Keeping } from './keeping';
import { NameOrderForm, OrderForm } from './order-forms';
import { Preference } from './preference';
import { LanguageChoice, Notices, ReadingList, Viewed, Visits } from './remembered';
import { themeChoices } from './theme-choices';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('preferences.title') };
}

export default async function PreferencesPage() {
  const [i18n, session] = await Promise.all([getI18n(), readSession()]);
  const { t } = i18n;
  return (
    <>
      <h1 className="mt-8">{t('preferences.title')}</h1>
      <p className="measure my-4">{t('preferences.intro')}</p>
      <Keeping session={session} i18n={i18n} />
      <Visits session={session} i18n={i18n} />
      <ReadingList session={session} i18n={i18n} />
      <Viewed session={session} i18n={i18n} />
      <Notices session={session} i18n={i18n} />
      <LanguageChoice session={session} i18n={i18n} />
      <Preference title={t('preferences.appearance')}>
        <ActionForm action={chooseLanguageOrTheme}>
          <ButtonGroup {...themeChoices(session.get('theme', 'system'), t)} />
        </ActionForm>
      </Preference>
      <Preference title={t('preferences.lists')}>
        <SizeForm size={session.get('pageSize', defaultPageSize)} action={choosePageSize} i18n={i18n} />
        <OrderForm order={session.get('sort', 'title')} i18n={i18n} />
        <NameOrderForm order={session.get('sortNames', 'name')} i18n={i18n} />
      </Preference>
    </>
  );
}
