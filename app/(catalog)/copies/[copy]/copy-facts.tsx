import type { copyDetail } from '#lib/catalog/copies/copy-queries';
import { formatPartialDate } from '#lib/catalog/partial-date';
import type { Language } from '#lib/i18n/get-i18n';
import { Facts } from '../../../_ui/facts';
import { Whereabouts } from '../../_parts/copy-status';

type Copy = NonNullable<Awaited<ReturnType<typeof copyDetail>>>;
type Props = { copy: Copy; today: string; words: Language };

/** What is known of a copy: where it is first, then what it is. */
export function CopyFacts({ copy, today, words }: Props) {
  const { t, locale } = words;
  const { acquiredOn } = copy;
  return (
    <Facts
      facts={[
        { name: t('books.state'), value: <Whereabouts copy={copy} today={today} words={words} /> },
        { name: t('recordPages.condition'), value: conditionOf(copy, words) },
        { name: t('recordPages.location'), value: copy.location },
        { name: t('books.shelfMark'), value: copy.shelfMark },
        { name: t('recordPages.barcode'), value: copy.barcode },
        { name: t('recordPages.imprint'), value: copy.imprint },
        { name: t('recordPages.acquiredOn'), value: acquiredOn && formatPartialDate(locale, acquiredOn) },
      ]}
    />
  );
}

/** Only where the state does not say it already: a damaged copy may be on loan. */
const conditionOf = ({ condition, state }: Copy, { t }: Language) =>
  condition === 'ok' || condition === state ? null : t(`copyState.${condition}`);
