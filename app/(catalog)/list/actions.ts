'use server';

import { recordId } from '#lib/catalog/address';
import { sentForm } from '#lib/forms';
import { listSegment, parseListedBooks } from '#lib/visitor/reading-list';
import { maxListLength } from '#lib/visitor/session-shape';
import { rememberAndReturn } from '../../_session/remember';
import { rowId } from '../_parts/row-id';

/** Puts the book that `add` names on the reading list, at the end, once; takes the one that `remove` names off it. */
export async function changeList(form: FormData): Promise<void> {
  const [add, remove] = ['add', 'remove'].map((field) => recordId(String(sentForm(form).get(field))));
  let near: number | undefined;
  await rememberAndReturn(
    (session) => {
      const list = session.get('list', []);
      near = remove && neighbour(list, remove);
      if (add && list.length < maxListLength) session.addTo('list', add);
      if (remove) session.takeFrom('list', remove);
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
  const books = parseListedBooks(String(sentForm(form).get('books'))) ?? [];
  await rememberAndReturn(
    (session) => {
      for (const book of books) {
        if (session.get('list', []).length < maxListLength) session.addTo('list', book);
      }
    },
    { without: ['emptied'] },
  );
}

/** The address then says what was on the list, as long as a reader may want it back: nothing else keeps it. */
export async function emptyList(): Promise<void> {
  let books: number[] = [];
  await rememberAndReturn(
    (session) => {
      books = session.get('list', []);
      session.delete('list');
    },
    { without: ['sort'], chosen: () => emptied(books) },
  );
}

const emptied = (books: number[]): Record<string, string> =>
  books.length > 0 ? { emptied: listSegment(books) } : {};
