import type { Metadata } from 'next';
import Link from 'next/link';
import { languagePath } from '#lib/catalog/address';
import { type LanguageInList, languageIndex } from '#lib/catalog/subjects/language-queries';
import { nameOrderNames } from '#lib/catalog/subjects/name-orders';
import { compareNames, nameInItself } from '#lib/i18n/format';
import { getI18n, type I18n } from '#lib/i18n/get-i18n';
import { ListFrame } from '../_parts/list-frame';
import { nameListParams, type SearchParams, wholeList } from '../_parts/list-params';
import { NameOrders } from '../_parts/name-orders';
import { indexTitle } from '../_parts/page-title';
import { RecordList } from '../_parts/record-list';

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { t } = await getI18n();
  return indexTitle(t('index.languages'), searchParams, nameOrderNames, t);
}

export default async function LanguagesPage({ searchParams }: Props) {
  const i18n = await getI18n();
  const { t, locale, languageName } = i18n;
  const asked = { ...(await nameListParams(searchParams)), size: wholeList };
  const naming = { nameOf: languageName, compare: compareNames(locale) };
  const { page, languages } = await languageIndex(asked, naming);
  return (
    <>
      <h1 className="mt-8">{t('index.languages')}</h1>
      <ListFrame
        list={{ path: '/languages', page, asked }}
        count={t('index.languageCount', { count: page.total })}
        empty={t('index.noLanguages')}
        orders={<NameOrders order={asked.order} i18n={i18n} />}
        i18n={i18n}
      >
        <RecordList columns>
          {languages.map((listed) => (
            <LanguageRow key={listed.code} listed={listed} i18n={i18n} />
          ))}
        </RecordList>
      </ListFrame>
    </>
  );
}

function LanguageRow({ listed, i18n: { t } }: { listed: LanguageInList; i18n: I18n }) {
  const own = nameInItself(listed.code);
  return (
    <li>
      <span>
        <Link className="font-book text-lg" href={languagePath(listed.code)} prefetch={false}>
          {listed.name}
        </Link>{' '}
        {own && own !== listed.name && (
          <bdi className="text-quiet" lang={listed.code}>
            {own}
          </bdi>
        )}
      </span>
      <span className="text-quiet">{t('books.count', { count: listed.books })}</span>
    </li>
  );
}
