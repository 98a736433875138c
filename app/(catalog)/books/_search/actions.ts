'use server';

import { sentForm } from '#lib/forms';
import { isPageSize } from '#lib/lists/page-sizes';
import { rememberAndReturn } from '../../../_session/remember';

/** Remembers how many results a page shows; the address that says another size no longer does. */
export async function chooseResultsSize(form: FormData): Promise<void> {
  const size = Number(sentForm(form).get('size'));
  await rememberAndReturn(
    (session) => {
      if (isPageSize(size)) session.set('pageSize', size);
    },
    { without: ['page', 'size'] },
  );
}
