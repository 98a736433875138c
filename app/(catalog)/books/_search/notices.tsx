import type { Language } from '#lib/i18n/get-i18n';
import type { Understood } from '#lib/search/results';

type Props = { asked: Understood; meant: string | undefined; words: Language };

/** Where something else was looked for than what was typed or what the address says. */
export function Notices({ asked: { request, leftOut, shortened }, meant, words: { t } }: Props) {
  const told = [
    meant !== undefined && t('search.meant', { query: request.q, meant }),
    shortened && t('search.shortened'),
    leftOut > 0 && t('search.leftOut', { count: leftOut }),
  ].filter((sentence) => sentence !== false);
  return told.map((sentence) => (
    <p key={sentence} className="notice wrap-anywhere">
      {sentence}
    </p>
  ));
}
