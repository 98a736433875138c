import type { CopyOfBook } from '#lib/catalog/book-queries';
import { isOverdue } from '#lib/catalog/copy-state';
import type { Language } from '#lib/i18n/request';

type Props = { copies: CopyOfBook[]; today: string; words: Language };

/** Where each copy stands, and when one that is out is due. */
export function CopiesTable({ copies, today, words }: Props) {
  const { t } = words;
  return (
    <>
      <h2 className="mt-8 mb-2">{t('books.copies')}</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('books.copy')}</th>
            <th scope="col">{t('books.shelfMark')}</th>
            <th scope="col">{t('books.state')}</th>
          </tr>
        </thead>
        <tbody>
          {copies.map((copy) => (
            <tr key={copy.publicId}>
              <td>
                {copy.barcode}
                <span className="block text-sm text-quiet">{copy.imprint}</span>
              </td>
              <td>{copy.shelfMark}</td>
              <td>
                <Whereabouts copy={copy} today={today} words={words} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Whereabouts({
  copy,
  today,
  words: { t, day },
}: {
  copy: CopyOfBook;
  today: string;
  words: Language;
}) {
  const state = t(`copyState.${copy.state}`);
  if (copy.dueOn === null)
    return <span className={copy.state === 'on_shelf' ? 'state-in' : undefined}>{state}</span>;
  if (!isOverdue(copy.dueOn, today)) return `${state}, ${t('books.due', { date: day(copy.dueOn) })}`;
  return (
    <>
      {state}, <span className="state-late">{t('books.overdue', { date: day(copy.dueOn) })}</span>
    </>
  );
}
