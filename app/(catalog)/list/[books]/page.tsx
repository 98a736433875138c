import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { booksInOrder } from '#lib/catalog/books/book-list-queries';
import { language } from '#lib/i18n/get-i18n';
import { parseListedBooks } from '#lib/visitor/reading-list';
import { readSession } from '#lib/visitor/session';
import { PlainRows } from '../../_parts/book-rows';
import { keepList } from '../actions';

type Props = { params: Promise<{ books: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await language()).t('list.sharedTitle'), robots: { index: false } };
}

export default async function SharedListPage({ params }: Props) {
  const segment = (await params).books;
  const ids = parseListedBooks(segment);
  const books = ids && (await booksInOrder(ids));
  if (!books || books.length === 0) notFound();
  const words = await language();
  const own = (await readSession()).get('list', []);
  return (
    <>
      <h1 className="mt-8">{words.t('list.sharedTitle')}</h1>
      <p className="measure text-quiet">{words.t('list.sharedText')}</p>
      <PlainRows books={books} words={words} />
      <form action={keepList} className="mt-6 print:hidden">
        <button className="button" type="submit" name="books" value={segment}>
          {words.t('list.keep')}
        </button>
      </form>
      {books.every(({ id }) => own.includes(id)) && (
        <p className="mt-4 print:hidden">
          {words.t('list.kept')} <Link href="/list">{words.t('preferences.toList')}</Link>
        </p>
      )}
    </>
  );
}
