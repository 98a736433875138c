import { getI18n } from '#lib/i18n/get-i18n';
import { pageSizes } from '#lib/lists/page-sizes';
import { searchContext } from '#lib/search/navigation/result-navigation';
import { type Params, searchAddress } from '#lib/search/request';
import { Pager, PastTheEnd } from '../../../_ui/pager';
import { BookRows } from '../../_parts/book-rows';
import { SizeForm } from '../../_parts/size-form';
import { chooseResultsSize } from './actions';
import { ActiveFilters } from './active-filters';
import { FilterPanel } from './filter-panel';
import { FoundSentence } from './found-sentence';
import { NoResults } from './no-results';
import { Notices } from './notices';
import { resultsAt } from './results-at';
import { ResultsOrder } from './results-order';
import { searchTitle } from './search-title';

/** What the catalog has for some words and filters: the books, and how to narrow, arrange or broaden them. */
export async function SearchResults({ params }: { params: Params }) {
  const [i18n, { asked, results, groups, expanded, label, listed }] = [
    await getI18n(),
    await resultsAt(params),
  ];
  const { request } = asked;
  const { found, page, books } = results;
  const from = searchContext(request);
  return (
    <>
      <h1 className="mt-8 wrap-anywhere">{searchTitle(request, label, i18n)}</h1>
      <FoundSentence results={results} i18n={i18n} />
      <Notices asked={asked} meant={found.correctedQuery} i18n={i18n} />
      <PastTheEnd page={page} asked={request.page} t={i18n.t} />
      <ActiveFilters request={request} label={label} i18n={i18n} />
      <div className="results">
        <FilterPanel groups={groups} expanded={expanded} request={request} found={found} i18n={i18n} />
        <div id="results" tabIndex={-1}>
          {page.total > 1 && (
            <div className="list-controls">
              <ResultsOrder request={request} i18n={i18n} />
            </div>
          )}
          {page.total === 0 && results.coverage !== 'timedOut' && (
            <NoResults request={request} label={label} i18n={i18n} />
          )}
          <BookRows books={books} listed={listed} i18n={i18n} from={from} />
          <div className="list-end">
            <Pager page={page} address={(number) => searchAddress({ ...request, page: number })} t={i18n.t} />
            {page.total > pageSizes[0] && (
              <SizeForm size={request.size} action={chooseResultsSize} i18n={i18n} />
            )}
          </div>
        </div>
      </div>
    </>
  );
}
