import Link from 'next/link';
import { copyPath } from '#lib/catalog/address';
import type { CopyOfBook } from '#lib/catalog/copies/copy-queries';
import type { I18n } from '#lib/i18n/get-i18n';
import { CopyStatus } from './copy-status';

type Props = { copies: CopyOfBook[]; today: string; i18n: I18n };

/** Whether each copy is in, when one that is out is due, and where it stands; each leads to its own page. */
export function CopiesTable({ copies, today, i18n }: Props) {
  const { t } = i18n;
  const located = copies.some(({ location }) => location);
  const columns = {
    state: t('books.state'),
    ...(located && { location: t('recordPages.location') }),
    shelfMark: t('books.shelfMark'),
    barcode: t('books.copy'),
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
          {copies.map((copy) => (
            <tr key={copy.publicId}>
              <td data-label={columns.state}>
                <CopyStatus copy={copy} today={today} i18n={i18n} />
              </td>
              {located && <td data-label={columns.location}>{copy.location}</td>}
              <td className="shelf-mark" data-label={columns.shelfMark}>
                {copy.shelfMark}
              </td>
              <th scope="row" data-label={columns.barcode}>
                <Link href={copyPath(copy)} prefetch={false}>
                  {copy.barcode}
                </Link>
                {copy.imprint && <span className="block text-sm text-quiet">{copy.imprint}</span>}
              </th>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
