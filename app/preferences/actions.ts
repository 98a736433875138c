'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { isLocale } from '#lib/i18n/locales';
import { returnAddress } from '#lib/session/return-address';
import { withSession } from '#lib/session/server';

/** Remembers the language and returns to the page it was chosen on. */
export async function chooseLanguage(form: FormData): Promise<void> {
  const choice = form.get('language');
  await withSession(async (session) => {
    if (isLocale(choice)) session.set('language', choice);
  });
  redirect(returnAddress(await headers()));
}

/** Closes a notice for good. */
export async function closeNotice(form: FormData): Promise<void> {
  const notice = form.get('notice');
  await withSession(async (session) => {
    const closed = session.get('closedNotices', []);
    if (notice === 'demonstration' && !closed.includes(notice))
      session.set('closedNotices', [...closed, notice]);
  });
  redirect(returnAddress(await headers()));
}
