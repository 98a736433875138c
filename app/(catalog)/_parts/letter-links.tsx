import Link from 'next/link';
import { scriptName } from '#lib/i18n/format';
import type { I18n } from '#lib/i18n/get-i18n';
import { byScript, type Letter, type ScriptLetters } from '#lib/lists/letters';
import type { ListParams } from '#lib/lists/list-page';
import { listAddress } from '#lib/lists/list-params';

/** The id of the rows of a list: where the way past the letters leads. */
export const listed = 'listed';

type Props = { path: string; letters: Letter[]; asked: ListParams; i18n: I18n };

/** Links to where in a list each first letter begins, script by script; nothing where there is no choice. */
export function LetterLinks({ letters, ...list }: Props) {
  if (letters.length < 2) return null;
  const { asked, i18n } = list;
  const [first, ...others] = byScript(letters);
  const inOthers = others.some(({ letters }) => letters.some(({ from }) => from === asked.from));
  return (
    <nav className="letters" aria-label={i18n.t('index.letters')}>
      <a className="skip" href={`#${listed}`}>
        {i18n.t('index.skipLetters')}
      </a>
      {first && <LettersOf group={first} {...list} />}
      {others.length > 0 && (
        <details open={inOthers}>
          <summary>{i18n.t('index.otherScripts')}</summary>
          {others.map((group) => (
            <div key={group.script ?? ''}>
              <span aria-hidden="true">{nameOf(group.script, i18n)}</span>
              <LettersOf group={group} {...list} />
            </div>
          ))}
        </details>
      )}
    </nav>
  );
}

type GroupProps = Omit<Props, 'letters'> & { group: ScriptLetters };

/** The same sign may be a letter of two scripts: which it is, is said to whoever does not see what is around it. */
function LettersOf({ group: { script, letters }, path, asked: { order, size, from }, i18n }: GroupProps) {
  return (
    <ul>
      {letters.map((letter) => (
        <li key={letter.from}>
          <Link
            prefetch={false}
            href={listAddress(path, { order, size, from: letter.from })}
            aria-current={letter.from === from ? 'true' : undefined}
            aria-label={
              script && i18n.t('index.letterOf', { script: nameOf(script, i18n), letter: letter.label })
            }
          >
            {letter.label}
          </Link>
        </li>
      ))}
    </ul>
  );
}

const nameOf = (script: string | undefined, { t, locale }: I18n): string =>
  script === undefined ? '' : (scriptName(locale, script) ?? t('index.otherScripts'));

/** “M: 22 books”, for who came by a letter; undefined for who did not. */
export async function atLetter(
  letters: readonly Letter[],
  { from, page, after, before }: ListParams,
  { said, i18n }: { said: (letter: Letter) => Promise<string>; i18n: I18n },
): Promise<string | undefined> {
  const elsewhere = page ?? after ?? before;
  const letter = elsewhere === undefined ? letters.find((each) => each.from === from) : undefined;
  return letter && i18n.t('index.atLetter', { letter: letter.label, count: await said(letter) });
}
