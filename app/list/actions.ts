'use server';

import { recordId } from '#lib/catalog/address';
import { parseListedBooks } from '#lib/catalog/reading-list';
import { longestList } from '#lib/session/shape';
import { rememberAndReturn } from '../_ui/remember';

/** Puts a book on the reading list, at the end; once. */
export async function addToList(form: FormData): Promise<void> {
  const book = recordId(String(form.get('book')));
  await rememberAndReturn((session) => {
    const list = session.get('list', []);
    if (book && !list.includes(book) && list.length < longestList) session.set('list', [...list, book]);
  });
}

export async function removeFromList(form: FormData): Promise<void> {
  const book = recordId(String(form.get('book')));
  await rememberAndReturn((session) => {
    const list = session.get('list', []);
    if (book && list.includes(book))
      session.set(
        'list',
        list.filter((id) => id !== book),
      );
  });
}

/** Adds the books of a shared list to the reader's own. */
export async function keepList(form: FormData): Promise<void> {
  const books = parseListedBooks(String(form.get('books'))) ?? [];
  await rememberAndReturn((session) => {
    const list = session.get('list', []);
    session.set('list', [...new Set([...list, ...books])].slice(0, longestList));
  });
}

export async function emptyList(): Promise<void> {
  await rememberAndReturn((session) => session.delete('list'));
}
