'use server';

import { isBookOrder } from '#lib/catalog/books/book-orders';
import { isNameOrder } from '#lib/catalog/subjects/name-orders';
import { sentForm } from '#lib/forms';
import { isPageSize } from '#lib/lists/page-sizes';
import { rememberAndReturn } from '../../_session/remember';

/** What says where in a list a reader is: it means nothing in another order, or with other pages. */
const places = ['page', 'after', 'before', 'from'];

/** Puts the books of the list in another order, says so in its address, and remembers it. */
export async function orderBooks(form: FormData): Promise<void> {
  const order = sentForm(form).get('sort');
  if (!isBookOrder(order)) await rememberAndReturn(() => {});
  else
    await rememberAndReturn((session) => session.set('sort', order), {
      without: places,
      chosen: { sort: order },
    });
}

/** The same for authors, genres and languages. */
export async function orderNames(form: FormData): Promise<void> {
  const order = sentForm(form).get('sort');
  if (!isNameOrder(order)) await rememberAndReturn(() => {});
  else
    await rememberAndReturn((session) => session.set('sortNames', order), {
      without: places,
      chosen: { sort: order },
    });
}

/** Shows so many a page, says so in the address, and remembers it. */
export async function sizePages(form: FormData): Promise<void> {
  const size = Number(sentForm(form).get('size'));
  if (!isPageSize(size)) await rememberAndReturn(() => {});
  else
    await rememberAndReturn((session) => session.set('pageSize', size), {
      without: places,
      chosen: { size: String(size) },
    });
}
