import Link from 'next/link';
import { type Page, pageSteps } from '#lib/catalog/paging';
import type { Translate } from '#lib/i18n/translator';

type Props = { page: Page; address: (number: number) => string; t: Translate };

/** Links to the other pages; nothing where there is only one. */
export function Pager({ page, address, t }: Props) {
  if (page.count === 1) return null;
  return (
    <nav className="pager" aria-label={t('paging.label')}>
      {page.number > 1 && (
        <Link rel="prev" prefetch={false} href={address(page.number - 1)}>
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
      {page.number < page.count && (
        <Link rel="next" prefetch={false} href={address(page.number + 1)}>
          {t('paging.next')}
        </Link>
      )}
    </nav>
  );
}

type StepProps = Omit<Props, 'page'> & { step: number | 'gap'; current: number };

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
