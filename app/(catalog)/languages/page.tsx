import type { Metadata } from 'next';
import Link from 'next/link';
import { languagePath } from '#lib/catalog/address';
import { type LanguageInList, languageIndex } from '#lib/catalog/subjects/language-queries';
import { compareNames, nameInItself } from '#lib/i18n/format';
import { type Language, language } from '#lib/i18n/get-i18n';
import { nameOrders } from '#lib/visitor/session-shape';
import { ListFrame } from '../_parts/list-frame';
import { askedNames, type SearchParams } from '../_parts/list-params';
import { NameOrders } from '../_parts/order-choices';
import { indexTitle } from '../_parts/page-title';

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { t } = await language();
  return indexTitle(t('index.languages'), searchParams, nameOrders, t);
}

export default async function LanguagesPage({ searchParams }: Props) {
  const words = await language();
  const { t, locale, languageName } = words;
  const asked = await askedNames(searchParams);
  const naming = { nameOf: languageName, compare: compareNames(locale) };
  const { page, languages } = await languageIndex(asked, naming);
  return (
    <>
      <h1 className="mt-8">{t('index.languages')}</h1>
      <ListFrame
        list={{ path: '/languages', page, asked }}
        count={t('index.languageCount', { count: page.total })}
        empty={t('index.noLanguages')}
        orders={<NameOrders order={asked.order} words={words} />}
        words={words}
      >
        <ul className="roll mt-4">
          {languages.map((listed) => (
            <LanguageRow key={listed.code} listed={listed} words={words} />
          ))}
        </ul>
      </ListFrame>
    </>
  );
}

function LanguageRow({ listed, words: { t } }: { listed: LanguageInList; words: Language }) {
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
