'use client';

import { useState } from 'react';
import { LiveRegion } from '../../_ui/live-region';
import { type HtmlRef, RawHtml } from '../../_ui/raw-html/raw-html';
import { FilterSheet, hasRoom, type SheetWords } from './filter-sheet';
import { useFilterForm } from './use-filter-form';

type Props = {
  /** The form, made by `filterForm`. */
  form: HtmlRef;
  words: SheetWords & {
    /** “Filters (2)”. */
    summary: string;
  };
  /** How many books there are. */
  said: string;
  open: boolean;
  /** Nothing is left to choose; what belongs to the form still needs it. */
  empty: boolean;
};

/** The filters beside the books; on a phone behind their name: a sheet, or where no script runs a disclosure. */
export function FilterPanel({ form, words, said, open, empty }: Props) {
  const [sheet, setSheet] = useState(false);
  useFilterForm();
  const filters = <RawHtml as="div" className="filter-form" {...form} />;
  return (
    <>
      <details className="filters" open={open} hidden={empty}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a control, pressed by any means. */}
        <summary
          onClick={(event) => {
            if (hasRoom()) return;
            event.preventDefault();
            setSheet(true);
          }}
        >
          {words.summary}
        </summary>
        {!sheet && filters}
      </details>
      <LiveRegion text={said} />
      {sheet && (
        <FilterSheet words={words} onClose={() => setSheet(false)}>
          {filters}
        </FilterSheet>
      )}
    </>
  );
}
