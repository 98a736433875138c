'use server';

import { recordId } from '#lib/catalog/address';
import { parseListedBooks } from '#lib/catalog/reading-list';
import { longestList } from '#lib/session/shape';
import { rememberAndReturn } from '../_ui/remember';

/** Puts the book that `add` names on the reading list, at the end, once; takes the one that `remove` names off it. */
export async function changeList(form: FormData): Promise<void> {
  const [add, remove] = ['add', 'remove'].map((field) => recordId(String(form.get(field))));
  await rememberAndReturn((session) => {
    const list = session.get('list', []);
    if (add && !list.includes(add) && list.length < longestList) session.set('list', [...list, add]);
    const shorter = list.filter((id) => id !== remove);
    if (shorter.length < list.length) session.set('list', shorter);
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
