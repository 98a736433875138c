import type { Metadata } from 'next';
import { begunWith } from '#lib/acquisitions/purchase-suggestion-address';
import { newFormKey } from '#lib/form-fields';
import { getI18n } from '#lib/i18n/get-i18n';
import { TextArea, TextField } from '../../../_ui/field';
import { Form } from '../../../_ui/form/form';
import { SubmitButton } from '../../../_ui/form/submit-button';
import type { SearchParams } from '../../_parts/list-params';
import { sendPurchaseSuggestion } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('purchaseSuggestions.title'), robots: { index: false } };
}

export default async function SuggestPurchasePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { t } = await getI18n();
  return (
    <>
      <h1 className="mt-8">{t('purchaseSuggestions.title')}</h1>
      <p className="measure my-4">{t('purchaseSuggestions.intro')}</p>
      <Form
        id="purchase-suggestion"
        labels={{
          title: t('purchaseSuggestions.book'),
          author: t('purchaseSuggestions.author'),
          note: t('purchaseSuggestions.note'),
        }}
        action={sendPurchaseSuggestion}
        begunWith={begunWith(await searchParams)}
        notSent={t('forms.notSent')}
      >
        <input type="hidden" name="formKey" value={newFormKey()} />
        <TextField name="title" hint={t('purchaseSuggestions.bookHint')} />
        <TextField name="author" optional={t('forms.optional')} />
        <TextArea
          name="note"
          rows={5}
          hint={t('purchaseSuggestions.noteHint')}
          optional={t('forms.optional')}
        />
        <SubmitButton sending={t('forms.sending')}>{t('purchaseSuggestions.send')}</SubmitButton>
      </Form>
    </>
  );
}
