import type { RecordCounts } from '#lib/catalog/count-queries';
import type { I18n } from '#lib/i18n/get-i18n';
import { html, type SafeHtml } from '../_ui/raw-html/html';
import { htmlRef } from '../_ui/raw-html/html-ref';
import { RawHtml } from '../_ui/raw-html/raw-html';

const figures = ['books', 'copies', 'copiesAvailable', 'authors', 'genres'] as const;

/** The record counts, as a small table of figures, made by `figuresOf`. */
export function RecordFigures({ figures, i18n: { t } }: { figures: SafeHtml; i18n: I18n }) {
  return (
    <div>
      <h2 className="mb-3">{t('home.record')}</h2>
      <RawHtml as="dl" className="figures" {...htmlRef(figures)} />
    </div>
  );
}

export const figuresOf = (counts: RecordCounts, { t, number }: I18n): SafeHtml =>
  html`${figures.map((figure) => html`<div><dt>${t(`home.${figure}`)}</dt><dd>${number(counts[figure])}</dd></div>`)}`;
