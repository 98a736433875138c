import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharedLibrary } from '../support/shared-library.ts';

const { get } = await sharedLibrary();

/** The language that a page says it is in, and the first link of its navigation. */
function wordsOf(html: string): [lang: string | undefined, books: string | undefined] {
  return [/<html lang="(.*?)"/.exec(html)?.[1], /href="\/books">(.*?)</.exec(html)?.[1]];
}

const wishes: [acceptLanguage: string, lang: string, books: string][] = [
  ['es', 'es', 'Libros'],
  ['es-AR,es;q=0.9,en;q=0.8', 'es', 'Libros'],
  ['pt-PT', 'pt-BR', 'Livros'],
  ['pt-BR,pt;q=0.9', 'pt-BR', 'Livros'],
  ['de', 'en', 'Books'],
  ['de,es;q=0.5', 'es', 'Libros'],
  ['en;q=0.2,es;q=0.4,pt;q=0.9', 'pt-BR', 'Livros'],
  ['es;q=0,en', 'en', 'Books'],
  ['*', 'en', 'Books'],
  ['', 'en', 'Books'],
  [`${'x-'.repeat(3000)};;q=,,\u00ff`, 'en', 'Books'],
];
for (const [wish, lang, books] of wishes) {
  test(`A browser that asks for “${wish.slice(0, 40)}” is answered in ${lang}`, async () => {
    for (const path of ['/', '/books', '/nothing']) {
      const { text } = await get(path, { headers: { 'accept-language': wish } });
      assert.deepEqual([path, ...wordsOf(text)], [path, lang, books]);
    }
  });
}
