import Link from 'next/link';
import type { Translate } from '#lib/i18n/translator';
import type { Letter } from '#lib/lists/letters';
import type { ListParams } from '#lib/lists/list-page';
import { listAddress } from '#lib/lists/list-params';

/** The id of the rows of a list: where the way past the letters leads. */
export const listed = 'listed';

type Props = { path: string; letters: Letter[]; asked: ListParams; t: Translate };

/** Links to where in a list each first letter begins; nothing where there is no choice. */
export function LetterLinks({ path, letters, asked: { order, size, from }, t }: Props) {
  if (letters.length < 2) return null;
  return (
    <nav className="letters" aria-label={t('index.letters')}>
      <a className="skip" href={`#${listed}`}>
        {t('index.skipLetters')}
      </a>
      <ul>
        {letters.map((letter) => (
          <li key={letter.from}>
            <Link
              prefetch={false}
              href={listAddress(path, { order, size, from: letter.from })}
              aria-current={letter.from === from ? 'true' : undefined}
            >
              {letter.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
