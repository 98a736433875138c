'use server';

import { recordId } from '#lib/catalog/address';
import { parseListedBooks } from '#lib/visitor/reading-list';
import { maxListLength } from '#lib/visitor/session-shape';
import { rememberAndReturn } from '../../_session/remember';
import { rowId } from '../_parts/row-id';

/** Puts the book that `add` names on the reading list, at the end, once; takes the one that `remove` names off it. */
export async function changeList(form: FormData): Promise<void> {
  const [add, remove] = ['add', 'remove'].map((field) => recordId(String(form.get(field))));
  let near: number | undefined;
  await rememberAndReturn(
    (session) => {
      const list = session.get('list', []);
      near = remove && neighbour(list, remove);
      if (add && !list.includes(add) && list.length < maxListLength) session.set('list', [...list, add]);
      const shorter = list.filter((id) => id !== remove);
      if (shorter.length < list.length) session.set('list', shorter);
    },
    { place: (path) => placeOf(path === '/list' ? near : (add ?? remove)) },
  );
}

/** Whatever takes the place of a book that leaves the list. */
const neighbour = (list: number[], id: number) => {
  const at = list.indexOf(id);
  return list[at + 1] ?? list[at - 1];
};

const placeOf = (id: number | undefined) => (id ? rowId({ id }) : undefined);

/** Adds the books of a shared list to the reader's own. */
export async function keepList(form: FormData): Promise<void> {
  const books = parseListedBooks(String(form.get('books'))) ?? [];
  await rememberAndReturn((session) => {
    const list = session.get('list', []);
    session.set('list', [...new Set([...list, ...books])].slice(0, maxListLength));
  });
}

export async function emptyList(): Promise<void> {
  await rememberAndReturn((session) => session.delete('list'));
}
