import type { Translate } from '#lib/i18n/translator';
import { type Page, pageSteps } from '#lib/lists/paging';

type Numbered = { number: number | undefined; count: number };

type Props = {
  page: Numbered;
  address: (number: number) => string;
  /** Where the neighbouring pages are, if not simply one number away. */
  neighbours?: Neighbours;
  /** Where one is, if not on a page that has a number. */
  here?: string | undefined;
  t: Translate;
};

export type Neighbours = { previous: string | undefined; next: string | undefined };

/** Links to the other pages; nothing where there is only one. */
export function Pager({ page, address, neighbours = byNumber(page, address), here, t }: Props) {
  const { previous, next } = neighbours;
  if (page.count === 1 && !previous && !next) return null;
  const steps = pageSteps(page);
  return (
    <nav className="pager" aria-label={t('paging.label')}>
      {previous && (
        <a rel="prev" href={previous}>
          {t('paging.previous')}
        </a>
      )}
      {steps.map((step, place) =>
        step === 'gap' ? (
          <span key={`after ${steps[place - 1]}`} aria-hidden={here ? undefined : true}>
            {here && page.number === undefined ? `… ${here} …` : '…'}
          </span>
        ) : (
          <a
            key={step}
            href={address(step)}
            aria-label={t('paging.page', { number: step })}
            aria-current={step === page.number ? 'page' : undefined}
          >
            {step}
          </a>
        ),
      )}
      {next && (
        <a rel="next" href={next}>
          {t('paging.next')}
        </a>
      )}
    </nav>
  );
}

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
