import assert from 'node:assert/strict';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import { failures } from '#lib/i18n/failures';
import { type Locale, locales } from '#lib/i18n/locales';
import { sentences } from '#lib/i18n/translator';

const sources = globSync(['app/**/*.{ts,tsx}', 'lib/**/*.ts', 'server.ts'])
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** `t('books.title')` as it stands, `t(`home.${figure}`)` as a pattern. What a form refuses names its sentence by itself. */
const usedKeys = [...sources.matchAll(/\bt\(\s*(?:\w+ \? )?['`]([^'`]+)['`](?: : '([^']+)')?/g)]
  .flatMap(([, first, second]) => [first, second])
  .filter((key) => key !== undefined)
  .map((key) => new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^}]+\}/g, '[^.]+')}$`));

type Part = { type: number; value?: unknown; options?: Record<string, { value: Part[] }> };

/** The names of the values that a sentence wants; literals and `#` have none. */
const placeholders = (text: string) => new Set(named(new IntlMessageFormat(text, 'en').getAst() as Part[]));

function named(parts: Part[]): string[] {
  return parts.flatMap(({ type, value, options = {} }) => [
    ...(type >= 1 && type <= 6 ? [String(value)] : []),
    ...Object.values(options).flatMap((option) => named(option.value)),
  ]);
}

/** Without those of a failure, which stand alone for a page on which nothing else works. */
const filesOf = (locale: Locale) =>
  readdirSync(`messages/${locale}`).filter((file) => file !== 'failures.json');

for (const locale of locales) {
  test(`messages/${locale}.ts lists every file of messages/${locale} under its name`, () => {
    const said = sentences(locale);
    const listed = new Set([...said.keys()].map((key) => `${key.split('.')[0]}.json`));
    assert.deepEqual([...listed].sort(), filesOf(locale).sort());
    for (const file of filesOf(locale)) {
      const content = JSON.parse(readFileSync(`messages/${locale}/${file}`, 'utf8'));
      for (const [key, text] of Object.entries(content))
        if (typeof text === 'string') assert.equal(said.get(file.replace('json', key)), text);
    }
  });
}

const others = locales.filter((locale): locale is Exclude<Locale, 'en'> => locale !== 'en');

for (const locale of others) {
  test(`every sentence exists in ${locale}, with the same placeholders, and no other`, () => {
    const english = sentences('en');
    const translated = sentences(locale);
    assert.deepEqual([...translated.keys()], [...english.keys()]);
    for (const [key, text] of english) {
      const missing = [...placeholders(text)].filter(
        (name) => !placeholders(translated.get(key) ?? '').has(name),
      );
      assert.deepEqual(missing, [], key);
    }
  });

  test(`what is said when everything fails exists in ${locale}`, () => {
    assert.deepEqual(Object.keys(failures[locale]), Object.keys(failures.en));
  });
}

test('every sentence is used', () => {
  const unused = [...sentences('en').keys()].filter(
    (key) => !usedKeys.some((used) => used.test(key)) && !sources.includes(`'${key}'`),
  );
  assert.deepEqual(unused, []);
});
