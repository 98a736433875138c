import type { ReactNode } from 'react';
import type { Scope } from '#lib/browse/scope';
import type { I18n } from '#lib/i18n/get-i18n';
import { countFilters, expandedIn, type Params, type SearchRequest } from '#lib/search/request';
import type { SearchResult } from '#lib/search/search';
import { htmlRef } from '../../_ui/raw-html/html-ref';
import { ActiveFilters } from './active-filters';
import { BookOrder } from './book-order';
import { filterForm } from './filter-form';
import { filterGroups } from './filter-groups';
import { FilterPanel } from './filter-panel';
import type { Labels } from './results-at';
import { ShelfSwitch } from './shelf-switch';

/** Some of the books of a list. */
export type BookView = {
  scope: Scope;
  request: SearchRequest;
  found: SearchResult;
  label: Labels;
  total: number;
  /** How many there are, in words: said aloud where it changes. */
  said: string;
  /** Where the headline says it already. */
  quiet?: boolean;
  /** “page 2 of 9”. */
  here?: string | undefined;
  notices?: ReactNode;
  letters?: ReactNode;
  /** The ways to other pages, and how many books one shows. */
  end: ReactNode;
};

type Props = { view: BookView; params: Params; i18n: I18n; children: ReactNode };

/**
 * A list of books and what narrows and arranges it: the same for what is narrowed and what is not, so that a browser
 * keeps the place and the focus of who ticks a box.
 */
export async function BookBrowser({ view, params, i18n, children }: Props) {
  const { scope, request, found, total } = view;
  const expanded = expandedIn(params);
  const groups = await filterGroups({ scope, found, filters: request.filters, expanded }, i18n);
  return (
    <>
      <p className={view.quiet ? 'sr-only' : 'mt-1.5 text-quiet'}>
        <span>{view.said}</span>
        {view.here && `, ${view.here}`}
      </p>
      {view.notices}
      <ActiveFilters scope={scope} request={request} label={view.label} i18n={i18n} />
      <div className={groups.length > 0 ? 'results' : 'results results-wide'}>
        <FilterPanel
          form={htmlRef(filterForm({ scope, groups, expanded, request, found, i18n }))}
          words={wordsOf(view, i18n)}
          said={view.said}
          open={expanded.length > 0}
          empty={groups.length === 0}
        />
        <div className="list-controls">
          {total > 1 && <BookOrder scope={scope} request={request} i18n={i18n} />}
          <ShelfSwitch request={request} found={found} total={total} i18n={i18n} />
        </div>
        <div id="results" tabIndex={-1}>
          {view.letters}
          {children}
          <div className="list-end">{view.end}</div>
        </div>
      </div>
    </>
  );
}

function wordsOf({ scope, request, found, total }: BookView, { t }: I18n) {
  const set = countFilters(request.filters) - (scope.fixed ? 1 : 0);
  return {
    title: t('search.filters'),
    summary: set > 0 ? t('search.filtersSet', { count: set }) : t('search.filters'),
    close: t('search.close'),
    show: found.more && request.q ? t('search.show') : t('search.showBooks', { count: total }),
  };
}
