import type { I18n } from '#lib/i18n/get-i18n';
import type { SearchRequest } from '#lib/search/request';
import type { SearchResult } from '#lib/search/search';
import { filterFormId } from './filter-form-id';

type Props = { request: SearchRequest; found: SearchResult; total: number; i18n: I18n };

/** What most readers want to know first: which of these are in. It belongs to the form of filters. */
export function ShelfSwitch({ request, found, total, i18n: { t, number } }: Props) {
  const chosen = request.filters.available.length > 0;
  if (total < 2 && !chosen) return null;
  const [shelf] = found.facets.available;
  return (
    <div className="shelf-switch">
      <label>
        <input
          type="checkbox"
          name="available"
          value="shelf"
          form={filterFormId}
          defaultChecked={chosen}
          autoComplete="off"
        />{' '}
        {t('search.onShelf')}{' '}
        {found.counted === 'all' && <span className="text-quiet">{number(shelf?.count ?? 0)}</span>}
      </label>
      <noscript>
        <button className="button button-quiet" type="submit" form={filterFormId}>
          {t('search.show')}
        </button>
      </noscript>
    </div>
  );
}
