'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { suggestedPath } from '#lib/acquisitions/purchase-suggestion-address';
import { suggestPurchase } from '#lib/acquisitions/purchase-suggestion-commands';
import { purchaseSuggestionForm } from '#lib/acquisitions/purchase-suggestion-form';
import { actorOf } from '#lib/auth/actor';
import { readForm } from '#lib/forms';
import { getI18n } from '#lib/i18n/get-i18n';
import { currentTime } from '../../../_clock/current-time';
import { type FormState, fieldErrors, formRefused } from '../../../_ui/form/form-state';

export async function sendPurchaseSuggestion(_: FormState, form: FormData): Promise<FormState> {
  const [actor, { t, wait }] = [actorOf(await headers()), await getI18n()];
  const now = currentTime();
  const read = readForm(form, purchaseSuggestionForm);
  if (!read.ok) return fieldErrors(read, t);
  const outcome = await suggestPurchase(actor, read.value, now);
  if (outcome.ok) redirect(suggestedPath);
  const { reason, retryAt } = outcome;
  return formRefused(read.typed, t(`purchaseSuggestions.refused.${reason}`, { wait: wait(now, retryAt) }));
}
