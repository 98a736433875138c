'use server';

import { refresh } from 'next/cache';
import { isBookOrder } from '#lib/catalog/books/book-orders';
import { isNameOrder } from '#lib/catalog/subjects/name-orders';
import { sentForm } from '#lib/forms';
import { isLocale } from '#lib/i18n/locales';
import { isPageSize } from '#lib/lists/page-sizes';
import { rememberedText, restore } from '#lib/visitor/restore';
import { isNotice, isTheme } from '#lib/visitor/session-shape';
import { remember, rememberAndReturn } from '../_session/remember';
import type { FormState } from '../_ui/form/form-state';

/** Remembers the language, where an empty one follows the browser again; or light, dark, or as the system is. */
export async function chooseLanguageOrTheme(form: FormData): Promise<void> {
  const [language, theme] = [sentForm(form).get('language'), sentForm(form).get('theme')];
  await rememberAndReturn((session) => {
    if (isLocale(language)) session.set('language', language);
    if (language === '') session.delete('language');
    if (isTheme(theme)) session.set('theme', theme);
  });
}

/** Closes a notice for good. */
export async function closeNotice(form: FormData): Promise<void> {
  const notice = sentForm(form).get('notice');
  await rememberAndReturn((session) => {
    const closed = session.get('closedNotices', []);
    if (isNotice(notice) && !closed.includes(notice)) session.set('closedNotices', [...closed, notice]);
  });
}

/** Shows closed notices again. */
export async function showNotices(): Promise<void> {
  await rememberAndReturn((session) => session.delete('closedNotices'));
}

/** Remembers how many results a page shows. */
export async function choosePageSize(form: FormData): Promise<void> {
  const size = Number(sentForm(form).get('size'));
  await rememberAndReturn(
    (session) => {
      if (isPageSize(size)) session.set('pageSize', size);
    },
    { without: ['page'] },
  );
}

/** Remembers how books are ordered. */
export async function chooseOrder(form: FormData): Promise<void> {
  const order = sentForm(form).get('order');
  await rememberAndReturn(
    (session) => {
      if (isBookOrder(order)) session.set('sort', order);
    },
    { without: ['page', 'sort'] },
  );
}

/** Remembers how authors, genres and languages are ordered. */
export async function chooseNameOrder(form: FormData): Promise<void> {
  const order = sentForm(form).get('order');
  await rememberAndReturn((session) => {
    if (isNameOrder(order)) session.set('sortNames', order);
  });
}

/** Starts the count of visits again. */
export async function forgetVisits(): Promise<void> {
  await rememberAndReturn((session) => {
    session.delete('num_visits');
    session.delete('visitDays');
  });
}

export async function forgetViewed(): Promise<void> {
  await rememberAndReturn((session) => session.delete('viewed'));
}

/** Forgets everything: the data, the stored record and the cookie. What it was goes back to the page that asked, once. */
export async function forgetEverything(): Promise<FormState> {
  let remembered = '';
  await remember((session) => {
    remembered = rememberedText(session);
    session.flush();
  });
  refresh();
  return { typed: { remembered }, errors: {} };
}

/** Takes that back. */
export async function restoreEverything(form: FormData): Promise<void> {
  const remembered = sentForm(form).get('remembered');
  await rememberAndReturn((session) => restore(session, String(remembered)));
}
