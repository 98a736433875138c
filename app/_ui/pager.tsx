import Link from 'next/link';
import { type Page, pageSteps } from '#lib/catalog/paging';
import type { Translate } from '#lib/i18n/translator';

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
  return (
    <nav className="pager" aria-label={t('paging.label')}>
      {previous && (
        <Link rel="prev" prefetch={false} href={previous}>
          {t('paging.previous')}
        </Link>
      )}
      {pageSteps(page).map((step, i) => (
        <Step
          key={step === 'gap' ? `gap-${i}` : step}
          step={step}
          current={page.number}
          address={address}
          t={t}
        />
      ))}
      {next && (
        <Link rel="next" prefetch={false} href={next}>
          {t('paging.next')}
        </Link>
      )}
    </nav>
  );
}

const byNumber = ({ number = 1, count }: Numbered, address: Props['address']): Neighbours => ({
  previous: number > 1 ? address(number - 1) : undefined,
  next: number < count ? address(number + 1) : undefined,
});

type StepProps = Pick<Props, 'address' | 't'> & { step: number | 'gap'; current: number | undefined };

function Step({ step, current, address, t }: StepProps) {
  if (step === 'gap') return <span aria-hidden="true">…</span>;
  return (
    <Link
      prefetch={false}
      href={address(step)}
      aria-label={t('paging.page', { number: step })}
      aria-current={step === current ? 'page' : undefined}
    >
      {step}
    </Link>
  );
}

/** Says that the page that was asked for does not exist, where the last one is shown instead. */
export function PastTheEnd({ page, asked, t }: { page: Page; asked: number; t: Translate }) {
  if (asked <= page.number) return null;
  return (
    <p role="status" className="notice">
      {t('paging.past', { asked })}
    </p>
  );
}
