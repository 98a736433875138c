import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { booksInOrder } from '#lib/catalog/books/book-list-queries';
import { getI18n, type I18n } from '#lib/i18n/get-i18n';
import { siteAddress } from '#lib/session/cookie';
import { sharedListPath } from '#lib/visitor/reading-list';
import { readSession } from '#lib/visitor/session';
import { maxListLength } from '#lib/visitor/session-shape';
import { CopyButton } from '../../_ui/copy-button';
import { BookRows } from '../_parts/book-rows';
import { emptyList } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t('list.title') };
}

export default async function ListPage() {
  const i18n = await getI18n();
  const { t } = i18n;
  const listed = (await readSession()).get('list', []);
  const books = await booksInOrder(listed);
  return (
    <>
      <h1 className="mt-8">{t('list.title')}</h1>
      {listed.length === maxListLength && (
        <p className="notice">{t('list.full', { count: maxListLength })}</p>
      )}
      {books.length === 0 ? (
        <EmptyList i18n={i18n} />
      ) : (
        <BookRows books={books} listed={listed} i18n={i18n} />
      )}
      {books.length > 0 && <ShareList ids={books.map(({ id }) => id)} i18n={i18n} />}
    </>
  );
}

function EmptyList({ i18n: { t } }: { i18n: I18n }) {
  return (
    <p className="mt-4">
      {t('list.empty')} <Link href="/books">{t('home.allBooks')}</Link>
    </p>
  );
}

async function ShareList({ ids, i18n: { t } }: { ids: number[]; i18n: I18n }) {
  const header = await headers();
  const address = siteAddress(header) + sharedListPath(ids);
  return (
    <section className="mt-8 print:hidden">
      <h2>{t('list.share')}</h2>
      <p className="measure my-2">{t('list.shareText')}</p>
      <p className="measure break-all">
        <a href={sharedListPath(ids)}>{address}</a>
      </p>
      <div className="mt-2">
        <CopyButton
          text={address}
          label={t('list.copyAddress')}
          done={t('share.copied')}
          failed={t('share.copyFailed')}
        />
      </div>
      <form action={emptyList} className="mt-6">
        <button className="button button-quiet" type="submit">
          {t('list.emptyIt')}
        </button>
      </form>
    </section>
  );
}
