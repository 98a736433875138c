import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharedLibrary } from '../support/shared-library.ts';

const { get } = await sharedLibrary();

const search = (q: string) => get(`/books?${new URLSearchParams({ q })}`);

const finds: [words: string, title: string][] = [
  ['soledad', 'Cien años de soledad'],
  ['anos', 'Cien años de soledad'],
  ['AÑOS', 'Cien años de soledad'],
  ['garcia marquez', 'Cien años de soledad'],
  ['Gabriel GARCÍA', 'Cien años de soledad'],
  ['de gabriel cien', 'Cien años de soledad'],
  ['"cien años"', 'Cien años de soledad'],
  ['the hobbit', 'The Hobbit'],
  ['tolk', 'The Hobbit'],
  ['мертвые', 'Мёртвые души'],
  ['ДУШИ', 'Мёртвые души'],
];
for (const [words, title] of finds) {
  test(`Who looks for ${words} finds ${title}`, async () => {
    const { status, text } = await search(words);
    assert.equal(status, 200);
    const titles = [...text.matchAll(/<h2[^>]*><a[^>]*>(.*?)<\/a>/g)].map(([, found]) => found);
    assert.ok(titles.includes(title), titles.join('; '));
  });
}

test('Signs are no pattern: nothing matches them', async () => {
  for (const signs of ['%', '_', '\\', '*', '...', '😀', '%%%_']) {
    const { text } = await search(signs);
    assert.equal(/No books for “.*?”</.exec(text)?.[0], `No books for “${signs}”<`);
    assert.doesNotMatch(text, /<h2/, signs);
  }
});

const hostile: [what: string, query: string][] = [
  ['a NUL', 'q=%00'],
  ['a NUL in a word', 'q=sol%00edad'],
  ['a broken escape', 'q=%E0%A4%A'],
  ['a lone percent sign', 'q=%'],
  ['half a surrogate pair', 'q=%ED%A0%80'],
  ['10,000 letters', `q=${'a'.repeat(10_000)}`],
  ['1,000 words', `q=${'ab+'.repeat(1000)}`],
  ['every word twice', 'q=one&q=two'],
  ['only spaces', 'q=+++'],
  ['nothing', 'q='],
  ['a structure', 'q[a]=b&q[]=c&__proto__=d'],
  ['an operator', 'q=AND+('],
  ['a star', 'q=*'],
  ['a quotation that does not end', 'q="emma'],
  ['a field', 'q=title:emma+OR+facets:v_1'],
  ['an emoji', 'q=%F0%9F%98%80'],
  ['a statement', "q=';drop+table+books;--"],
  ['two hundred filters', Array.from({ length: 200 }, (_, i) => `genre=${i}&author=${i}`).join('&')],
  ['filters of other kinds', 'genre=x&author=1.5&decade=soon&language=%00&format=scroll&available=2'],
  ['filters that do not exist', 'q=the&genre=999999&author=999999&language=tlh'],
  ['filters without words', 'language=es'],
  ['a filter that is a list of lists', 'genre[]=1&genre[0]=2&genre=3&genre=3'],
  ['numbers beyond all numbers', 'genre=99999999999999999999&decade=99999999990&q=a'],
  ['an order that is none', 'q=a&sort=id;drop&sort=title'],
  ['a page before the first', 'q=a&page=-1'],
  ['a page far past the last', 'q=a&page=1000000000'],
  ['ten thousand a page', 'q=a&size=10000'],
];
for (const [what, query] of hostile) {
  test(`Searching for ${what} is answered`, async () => {
    const { status, text } = await get(`/books?${query}`);
    assert.equal(status, 200);
    assert.ok(text.endsWith('</html>'));
  });

  test(`Suggesting something for ${what} does no harm`, async () => {
    const { status, text } = await get(`/books/suggestions?${query}`);
    assert.equal(status, 200);
    assert.ok(JSON.parse(text).slice(1).every(Array.isArray));
  });

  test(`A book said to come from ${what} is shown`, async () => {
    for (const from of [`in=${query}`, String(new URLSearchParams({ in: query }))])
      assert.equal((await get(`/books/1?${from}`)).status, 200);
  });
}

for (const q of ['%00', '"', '%22%20AND%20(', 'x'.repeat(10_000), '%F0%9F%91%A9', '%FF', '</title>']) {
  test(`A feed of “${q.slice(0, 20)}” is a feed`, async () => {
    const { status, text } = await get(`/books/feed.atom?q=${q}&sort=nothing&page=-1`);
    assert.equal(status, 200);
    assert.match(text, /^<\?xml[\s\S]+<\/feed>\n$/);
  });
}
