import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { booksInOrder } from '#lib/catalog/books/book-list-queries';
import { getI18n } from '#lib/i18n/get-i18n';
import { parseListedBooks } from '#lib/visitor/reading-list';
import { readSession } from '#lib/visitor/session';
import { ActionForm } from '../../../_ui/action-form';
import { PlainRows } from '../../_parts/book-rows';
import { keepList } from '../actions';

type Props = { params: Promise<{ books: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('list.sharedTitle'), robots: { index: false } };
}

export default async function SharedListPage({ params }: Props) {
  const segment = (await params).books;
  const ids = parseListedBooks(segment);
  const books = ids && (await booksInOrder(ids));
  if (!books || books.length === 0) notFound();
  const i18n = await getI18n();
  const own = (await readSession()).get('list', []);
  return (
    <>
      <h1 className="mt-8">{i18n.t('list.sharedTitle')}</h1>
      <p className="measure text-quiet">{i18n.t('list.sharedText')}</p>
      <PlainRows books={books} i18n={i18n} />
      <ActionForm action={keepList} className="mt-6 print:hidden">
        <button className="button" type="submit" name="books" value={segment}>
          {i18n.t('list.keep')}
        </button>
      </ActionForm>
      {books.every(({ id }) => own.includes(id)) && (
        <p className="mt-4 print:hidden">
          {i18n.t('list.kept')} <Link href="/list">{i18n.t('preferences.toList')}</Link>
        </p>
      )}
    </>
  );
}
