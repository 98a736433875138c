import type { copyDetail } from '#lib/catalog/copies/copy-queries';
import { formatPartialDate } from '#lib/catalog/partial-date';
import type { I18n } from '#lib/i18n/get-i18n';
import { roomName } from '#lib/i18n/known-names';
import { Facts } from '../../../_ui/facts';
import { CopyStatus } from '../../_parts/copy-status';

type Copy = NonNullable<Awaited<ReturnType<typeof copyDetail>>>;
type Props = { copy: Copy; today: string; i18n: I18n };

/** What is known of a copy: where it is first, then what it is. */
export function CopyFacts({ copy, today, i18n }: Props) {
  const { t, locale } = i18n;
  const { acquiredOn } = copy;
  return (
    <Facts
      facts={[
        { name: t('books.state'), value: <CopyStatus copy={copy} today={today} i18n={i18n} /> },
        { name: t('recordPages.condition'), value: conditionOf(copy, i18n) },
        { name: t('recordPages.location'), value: copy.location && roomName(t, copy.location) },
        { name: t('books.shelfMark'), value: copy.shelfMark },
        { name: t('recordPages.barcode'), value: copy.barcode },
        { name: t('recordPages.imprint'), value: copy.imprint },
        { name: t('recordPages.acquiredOn'), value: acquiredOn && formatPartialDate(locale, acquiredOn) },
      ]}
    />
  );
}

/** Only where the state does not say it already: a damaged copy may be on loan. */
const conditionOf = ({ condition, state }: Copy, { t }: I18n) =>
  condition === 'ok' || condition === state ? null : t(`copyState.${condition}`);
