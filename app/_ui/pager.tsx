import { type Page, pageSteps } from '#lib/catalog/paging';
import type { Translate } from '#lib/i18n/translator';
import { html } from './html';
import { Markup } from './markup';
import { markup } from './send-markup';

type Numbered = { number: number | undefined; count: number };

type Props = {
  page: Numbered;
  address: (number: number) => string;
  /** Where the neighbouring pages are, if not simply one number away. */
  neighbours?: Neighbours;
  t: Translate;
};

export type Neighbours = { previous: string | undefined; next: string | undefined };

/** Links to the other pages; nothing where there is only one. */
export function Pager({ page, address, neighbours = byNumber(page, address), t }: Props) {
  const { previous, next } = neighbours;
  if (page.count === 1 && !previous && !next) return null;
  const step = (number: number | 'gap') =>
    number === 'gap' ? gap : pageLink(number, number === page.number, address(number), t);
  const links = html`${previous ? html`<a rel="prev" href="${previous}">${t('paging.previous')}</a>` : null}
${pageSteps(page).map(step)}
${next ? html`<a rel="next" href="${next}">${t('paging.next')}</a>` : null}`;
  return <Markup as="nav" className="pager" aria-label={t('paging.label')} {...markup(links)} />;
}

const gap = html`<span aria-hidden="true">…</span>`;
const current = html` aria-current="page"`;

const pageLink = (number: number, isCurrent: boolean, address: string, t: Translate) =>
  html`<a href="${address}" aria-label="${t('paging.page', { number })}"${isCurrent ? current : null}>${number}</a>`;

const byNumber = ({ number = 1, count }: Numbered, address: Props['address']): Neighbours => ({
  previous: number > 1 ? address(number - 1) : undefined,
  next: number < count ? address(number + 1) : undefined,
});

/** Says that the page that was asked for does not exist, where the last one is shown instead. */
export function PastTheEnd({ page, asked, t }: { page: Page; asked: number; t: Translate }) {
  if (asked <= page.number) return null;
  return (
    <p role="status" className="notice">
      {t('paging.past', { asked })}
    </p>
  );
}
