import type { Metadata } from 'next';
import Link from 'next/link';
import { authorPath } from '#lib/catalog/address';
import { type AuthorInList, authorIndex } from '#lib/catalog/authors/author-queries';
import { authorLetters, authorsAt } from '#lib/catalog/letter-queries';
import { nameOrderNames } from '#lib/catalog/subjects/name-orders';
import { getI18n, type I18n } from '#lib/i18n/get-i18n';
import type { Letter } from '#lib/lists/letters';
import { atLetter, LetterLinks } from '../_parts/letter-links';
import { lifespanOf } from '../_parts/lifespan';
import { ListFrame } from '../_parts/list-frame';
import { nameListParams, type SearchParams } from '../_parts/list-params';
import { NameOrders } from '../_parts/name-orders';
import { indexTitle } from '../_parts/page-title';
import { RecordList } from '../_parts/record-list';

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { t } = await getI18n();
  return indexTitle(t('authors.title'), searchParams, nameOrderNames, t);
}

const path = '/authors';

export default async function AuthorsPage({ searchParams }: Props) {
  const i18n = await getI18n();
  const { t } = i18n;
  const asked = await nameListParams(searchParams);
  const { page, authors } = await authorIndex(asked);
  const letters = asked.order === 'name' ? await authorLetters() : [];
  const said = async (letter: Letter) => t('authors.count', { count: await authorsAt(letter) });
  return (
    <>
      <h1 className="mt-8">{t('authors.title')}</h1>
      <ListFrame
        list={{ path, page, asked, here: await atLetter(letters, asked, { said, i18n }) }}
        count={t('authors.count', { count: page.total })}
        empty={t('authors.empty')}
        orders={<NameOrders order={asked.order} i18n={i18n} />}
        letters={<LetterLinks path={path} letters={letters} asked={asked} i18n={i18n} />}
        i18n={i18n}
      >
        <RecordList>
          {authors.map((author) => (
            <AuthorRow key={author.id} author={author} i18n={i18n} />
          ))}
        </RecordList>
      </ListFrame>
    </>
  );
}

function AuthorRow({ author, i18n }: { author: AuthorInList; i18n: I18n }) {
  return (
    <li>
      <span>
        <Link className="font-book text-lg" href={authorPath(author)} prefetch={false}>
          {author.sortName}
        </Link>{' '}
        <span className="text-quiet">{lifespanOf(author, i18n)}</span>
      </span>
      <span className="text-quiet">{i18n.t('books.count', { count: author.books })}</span>
    </li>
  );
}
