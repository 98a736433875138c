import Link from 'next/link';
import { authorPath } from '#lib/catalog/address';
import type { I18n } from '#lib/i18n/get-i18n';
import { searchAddress } from '#lib/search/request';
import type { ResolvedSearch } from '#lib/search/results';
import type { SearchResult } from '#lib/search/search';
import { lifespanOf } from '../../_parts/lifespan';

type Props = { asked: ResolvedSearch; found: SearchResult; i18n: I18n };

/** Where something else was looked for than what was typed or what the address says; and whose name was typed. */
export function Notices({ asked, found, i18n }: Props) {
  const { t } = i18n;
  const notices = [
    ...meantInstead(asked, found, i18n),
    ...(asked.truncated && !found.whole ? [t('search.shortened')] : []),
    ...(asked.ignoredFilters > 0 ? [t('search.leftOut', { count: asked.ignoredFilters })] : []),
  ];
  return (
    <>
      {notices.map((sentence) => (
        <p key={sentence} className="notice wrap-anywhere">
          {sentence}
        </p>
      ))}
      <DidYouMean asked={asked} found={found} i18n={i18n} />
      <AuthorsAsked authors={found.authors} i18n={i18n} />
    </>
  );
}

function meantInstead({ request: { q } }: ResolvedSearch, found: SearchResult, { t }: I18n): string[] {
  const { correctedQuery: meant, missingWords } = found;
  if (missingWords && missingWords.length > 0) return [t('search.most', { words: missingWords.join(' ') })];
  if (meant === undefined) return [];
  return [/\s/.test(q.trim()) ? t('search.meantWords', { query: q }) : t('search.meant', { query: q })];
}

function DidYouMean({ asked: { request }, found: { suggestedQuery, near }, i18n: { t } }: Props) {
  if (!suggestedQuery) return null;
  return (
    <p className="notice wrap-anywhere">
      {near && `${t('search.noneHas', { query: request.q })} `}
      {t('search.didYouMean')}{' '}
      <Link href={searchAddress({ ...request, q: suggestedQuery, page: 1 })} prefetch={false} rel="nofollow">
        {suggestedQuery}
      </Link>
      ?
    </p>
  );
}

function AuthorsAsked({ authors, i18n }: { authors: SearchResult['authors']; i18n: I18n }) {
  if (authors.length === 0) return null;
  return (
    <ul className="my-2" aria-label={i18n.t('search.authorsNamed')}>
      {authors.map((author) => (
        <li key={author.id}>
          {i18n.t('search.author')}: <Link href={authorPath(author)}>{author.name}</Link>
          {[lifespanOf(author, i18n), i18n.t('search.books', { count: author.books })]
            .filter(Boolean)
            .map((fact) => `, ${fact}`)}
        </li>
      ))}
    </ul>
  );
}
