import type { I18n } from '#lib/i18n/get-i18n';
import type { ResolvedSearch } from '#lib/search/results';

type Props = { asked: ResolvedSearch; meant: string | undefined; i18n: I18n };

/** Where something else was looked for than what was typed or what the address says. */
export function Notices({ asked: { request, ignoredFilters, truncated }, meant, i18n: { t } }: Props) {
  const notices = [
    meant !== undefined && insteadOf(request.q, t),
    truncated && t('search.shortened'),
    ignoredFilters > 0 && t('search.leftOut', { count: ignoredFilters }),
  ].filter((sentence) => sentence !== false);
  return notices.map((sentence) => (
    <p key={sentence} className="notice wrap-anywhere">
      {sentence}
    </p>
  ));
}

const insteadOf = (query: string, t: I18n['t']) =>
  /\S\s+\S/u.test(query.trim()) ? t('search.meantWords', { query }) : t('search.meant', { query });
