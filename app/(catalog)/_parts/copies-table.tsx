import Link from 'next/link';
import { copyPath } from '#lib/catalog/address';
import { type CopyGroup, copyGroups, shownCopies } from '#lib/catalog/copies/copy-groups';
import type { CopyOfBook } from '#lib/catalog/copies/copy-queries';
import { formatDayNear } from '#lib/i18n/format';
import type { I18n } from '#lib/i18n/get-i18n';
import { CopyStatus, stateMark } from './copy-status';

type Props = { copies: CopyOfBook[]; today: string; i18n: I18n };

/** How many copies are in, when those that are out come back, and where they stand; each by itself on request. */
export function CopiesTable({ copies, today, i18n }: Props) {
  const { t } = i18n;
  const groups = copyGroups(copies, today);
  if (groups.length === 0) return null;
  const marked = groups.some(({ shelfMark }) => shelfMark);
  const columns = {
    state: t('books.state'),
    ...(groups.some(({ location }) => location) && { location: t('recordPages.location') }),
    ...(marked && { shelfMark: t('books.shelfMark') }),
  };
  return (
    <>
      <h2 id="copies" className="mt-8 mb-2">
        {t('books.copies')}
      </h2>
      <table className="table table-stacked" aria-labelledby="copies">
        <thead>
          <tr>
            {Object.entries(columns).map(([column, name]) => (
              <th key={column} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={[group.state, group.dueOn, group.location, group.shelfMark].join()}>
              <th scope="row" data-label={columns.state}>
                <span className={`state ${stateMark(group, today)}`}>{groupText(group, today, i18n)}</span>
              </th>
              {columns.location && <td data-label={columns.location}>{group.location}</td>}
              {columns.shelfMark && (
                <td className="shelf-mark" data-label={columns.shelfMark}>
                  {group.shelfMark}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {marked && <p className="mt-2 text-sm text-quiet">{t('books.onTheSpine')}</p>}
      <AllCopies copies={shownCopies(copies)} today={today} i18n={i18n} />
    </>
  );
}

/** “3 on the shelf”, “1 on loan, back on December 15”. */
function groupText({ state, dueOn, isLate, count }: CopyGroup, today: string, { t, locale }: I18n): string {
  if (dueOn === null) return t(`copyGroups.${state}`, { count });
  const date = formatDayNear(locale, dueOn, today);
  return t(isLate ? 'copyGroups.overdue' : 'copyGroups.back', { count, date });
}

/** One by one, each with the way to its own page: for those who know a copy by its barcode. */
function AllCopies({ copies, today, i18n }: Props) {
  const { t } = i18n;
  return (
    <details className="all-copies">
      <summary>{t('books.allCopies', { count: copies.length })}</summary>
      <ul>
        {copies.map((copy) => (
          <li key={copy.publicId}>
            <Link href={copyPath(copy)} prefetch={false}>
              {copy.barcode}
            </Link>
            {' · '}
            <CopyStatus copy={copy} today={today} i18n={i18n} />
            {[copy.location, copy.shelfMark, copy.imprint].map((said) => said && ` · ${said}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
