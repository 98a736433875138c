import { narrowedAddress, type Scope } from '#lib/browse/scope';
import { getI18n } from '#lib/i18n/get-i18n';
import { pageSizes } from '#lib/lists/page-sizes';
import { searchContext } from '#lib/search/navigation/result-navigation';
import type { Params } from '#lib/search/request';
import { Pager, PastTheEnd } from '../../_ui/pager';
import { BookRows } from '../_parts/book-rows';
import { SizeForm } from '../_parts/size-form';
import { chooseResultsSize } from '../books/_search/actions';
import { NoResults, SuggestPurchase } from '../books/_search/no-results';
import { Notices } from '../books/_search/notices';
import { BookBrowser, type BookView } from './book-browser';
import { foundSentence } from './found-sentence';
import { resultsAt } from './results-at';

type Props = { scope: Scope; params: Params };

/** Those books of a list that are looked for: by words, by filters. */
export async function NarrowedBooks({ scope, params }: Props) {
  const [i18n, { asked, results, label, listed }] = [await getI18n(), await resultsAt(params, scope)];
  const { request } = asked;
  const { found, page, books, coverage } = results;
  const view: BookView = {
    scope,
    request,
    found,
    label,
    total: page.total,
    said: foundSentence(results, i18n),
    quiet: request.q !== '' && coverage === 'complete',
    notices: (
      <>
        <Notices asked={asked} found={found} i18n={i18n} />
        <PastTheEnd page={page} asked={request.page} t={i18n.t} />
      </>
    ),
    end: (
      <>
        <Pager
          page={page}
          address={(number) => narrowedAddress(scope, { ...request, page: number })}
          t={i18n.t}
        />
        {page.total > pageSizes[0] && <SizeForm size={request.size} action={chooseResultsSize} i18n={i18n} />}
      </>
    ),
  };
  return (
    <BookBrowser view={view} params={params} i18n={i18n}>
      {page.total === 0 && coverage !== 'timedOut' && (
        <NoResults request={request} label={label} i18n={i18n} />
      )}
      <BookRows books={books} listed={listed} i18n={i18n} from={searchContext(request)} />
      {page.total > 0 && found.near && found.correctedQuery === undefined && (
        <SuggestPurchase query={request.q} t={i18n.t} />
      )}
    </BookBrowser>
  );
}
