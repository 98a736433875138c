import { language } from '#lib/i18n/get-i18n';
import { cameFrom } from '#lib/search/navigation/result-navigation';
import { type Params, searchAddress } from '#lib/search/request';
import { pageSizes } from '#lib/visitor/session-shape';
import { Pager, PastTheEnd } from '../../../_ui/pager';
import { BookRows } from '../../_parts/book-rows';
import { SizeForm } from '../../_parts/size-form';
import { chooseResultsSize } from './actions';
import { ActiveFilters } from './active-filters';
import { FilterPanel } from './filter-panel';
import { FoundSentence } from './found-sentence';
import { WaysOn } from './no-results';
import { Notices } from './notices';
import { resultsAt } from './results-at';
import { ResultsOrder } from './results-order';
import { searchTitle } from './search-title';
import './search.css';

/** What the catalog has for some words and filters: the books, and how to narrow, arrange or broaden them. */
export async function SearchResults({ params }: { params: Params }) {
  const [words, { asked, results, groups, unfolded, label, listed }] = [
    await language(),
    await resultsAt(params),
  ];
  const { request } = asked;
  const { found, page, books } = results;
  const from = cameFrom(request);
  return (
    <>
      <h1 className="mt-8 wrap-anywhere">{searchTitle(request, label, words)}</h1>
      <FoundSentence results={results} words={words} />
      <Notices asked={asked} meant={found.meant} words={words} />
      <PastTheEnd page={page} asked={request.page} t={words.t} />
      <ActiveFilters request={request} label={label} words={words} />
      <div className="results">
        <FilterPanel groups={groups} unfolded={unfolded} request={request} found={found} words={words} />
        <div id="results" tabIndex={-1}>
          {page.total > 1 && (
            <div className="list-controls">
              <ResultsOrder request={request} words={words} />
            </div>
          )}
          {page.total === 0 && results.extent !== 'in time' && (
            <WaysOn request={request} label={label} words={words} />
          )}
          <BookRows books={books} listed={listed} words={words} from={from} />
          <div className="list-end">
            <Pager
              page={page}
              address={(number) => searchAddress({ ...request, page: number })}
              t={words.t}
            />
            {page.total > pageSizes[0] && (
              <SizeForm size={request.size} action={chooseResultsSize} words={words} />
            )}
          </div>
        </div>
      </div>
    </>
  );
}
