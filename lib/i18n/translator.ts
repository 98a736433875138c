import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '#lib/i18n/locales';
import * as en from '../../messages/en.ts';
import * as es from '../../messages/es.ts';
import * as ptBR from '../../messages/pt-BR.ts';

type Leaves<Tree, Path extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Path}${Key}`
    : Leaves<Tree[Key], `${Path}${Key}.`>;
}[keyof Tree & string];

/** The path of a sentence: `home.visits` is `visits` in `messages/<locale>/home.json`. */
export type MessageKey = Leaves<typeof en>;
export type MessageValues = Record<string, string | number>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

type Tree = { [key: string]: string | Tree };

const trees: Record<Locale, Tree> = { en, es, 'pt-BR': ptBR };

export function sentences(locale: Locale): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (tree: Tree, path: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string') found.set(path + key, value);
      if (typeof value === 'object') walk(value, `${path}${key}.`);
    }
  };
  walk(trees[locale], '');
  return found;
}

/** “2 of 3 on the shelf” is said again and again: sentences with nothing but small numbers are kept, so many of them. */
const mostCounted = 2000;

function smallNumbers(values: MessageValues): string | undefined {
  let numbers = '';
  for (const name in values) {
    const value = values[name];
    if (typeof value !== 'number' || value < 0 || value > 999) return undefined;
    numbers += ` ${name} ${value}`;
  }
  return numbers;
}

function buildTranslator(locale: Locale): Translate {
  const texts = sentences(locale);
  const formats = new Map<string, IntlMessageFormat>();
  const counted = new Map<string, string>();
  const format = (key: string, text: string) => {
    const compiled = formats.get(key) ?? new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
    formats.set(key, compiled);
    return compiled;
  };
  return (key, values) => {
    const text = texts.get(key);
    if (text === undefined) throw new Error(`messages/${locale} lacks ${key}`);
    if (!values) return text;
    const small = smallNumbers(values);
    const said = small && counted.get(key + small);
    if (said) return said;
    const sentence = String(format(key, text).format(values));
    if (small && counted.size < mostCounted) counted.set(key + small, sentence);
    return sentence;
  };
}

const translators = new Map<Locale, Translate>();

/** Sentences are compiled once a process: parsing them in every request would cost more than rendering them. */
export function translator(locale: Locale): Translate {
  const translate = translators.get(locale) ?? buildTranslator(locale);
  translators.set(locale, translate);
  return translate;
}
