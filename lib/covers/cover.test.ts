import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from '#db/testing/fast-check';
import { type CoverBook, coverSvg, coverVersion } from '#lib/covers/cover';
import { cloths } from '#lib/covers/cover-ornaments';
import { plainText } from '#lib/covers/plain-text';
import { assertFits, assertWellFormed, blocks, decode } from '#lib/covers/test-cover';

const emma: CoverBook = { id: 1, title: 'Emma', author: 'Jane Austen', language: 'en' };
const crusoe =
  'The Life and Strange Surprizing Adventures of Robinson Crusoe, of York, Mariner: Who lived Eight and ' +
  'Twenty Years, all alone in an un-inhabited Island on the Coast of America, near the Mouth of Oroonoque';
const many = Array.from({ length: 60 }, (_, id) => id);
const codeUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((all) => String.fromCharCode(...all));
const anyText = fc.oneof(
  codeUnits,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme' }),
);
const anyBook: fc.Arbitrary<CoverBook> = fc.record({
  id: fc.integer(),
  title: anyText,
  author: fc.option(anyText),
  language: fc.option(fc.oneof(anyText, fc.constantFrom('en', 'ar', 'heb', 'ja', 'tr', 'zzz'))),
});

test('the same book always gets the same cover', () => {
  fc.assert(fc.property(anyBook, (book) => coverSvg(book) === coverSvg({ ...book })));
});

test('a book keeps its cloth and its ornament when a cataloger corrects the title', () => {
  const art = (svg: string) => svg.replace(/<title>.*?<\/title>|<text.*?<\/text>/g, '');
  for (const id of many) {
    assert.equal(art(coverSvg({ ...emma, id, title: 'Emna' })), art(coverSvg({ ...emma, id })));
  }
});

test('whatever a cataloger types, the cover is well-formed and carries the title', () => {
  fc.assert(
    fc.property(anyBook, (book) => {
      const svg = coverSvg(book);
      assertWellFormed(svg);
      assert.equal(decode(svg.match(/<title>(.*?)<\/title>/)?.[1] ?? ''), plainText(book.title) || '—');
    }),
    { numRuns: 400 },
  );
});

test('a title made of markup is shown as written', () => {
  const svg = coverSvg({ ...emma, title: `<b>"R&D"</b>\u0000 'n' \uD800]]>` });
  assertWellFormed(svg);
  assert.match(svg, /<title>&#60;b&#62;&#34;R&#38;D&#34;&#60;\/b&#62; &#39;n&#39; \]\]&#62;<\/title>/);
});

test('every line of every title and author fits the board, and the author stands clear of the title', () => {
  fc.assert(
    fc.property(anyBook, (book) => assertFits(coverSvg(book))),
    { numRuns: 400 },
  );
  for (const id of many) assertFits(coverSvg({ ...emma, id, title: crusoe, author: `${crusoe} & Sons` }));
  for (const id of many)
    assertFits(coverSvg({ ...emma, id, title: 'ألف ليلة وليلة '.repeat(20), language: 'ar' }));
});

test('a title too long for five lines ends in an ellipsis after a whole word', () => {
  for (const id of many) {
    const [title] = blocks(coverSvg({ ...emma, id, title: crusoe }));
    const shown = title?.lines.map(({ text }) => text).join(' ') ?? '';
    assert.ok((title?.lines.length ?? 9) <= 5);
    assert.match(shown, /\p{L}…$/u);
    assert.match(crusoe.replace(/\W+/g, ' '), new RegExp(`^${shown.slice(0, -1).replace(/\W+/g, ' ')}\\b`));
  }
});

test('Emma is set larger than Robinson Crusoe', () => {
  const sizeOf = (title: string) => blocks(coverSvg({ ...emma, title }))[0]?.size ?? 0;
  assert.ok(sizeOf('Emma') > 2 * sizeOf(crusoe));
});

test('Hebrew and Arabic books read from the right and hinge on the right, Latin ones on the left', () => {
  for (const title of ['סיפור על אהבה וחושך', '«ألف ليلة وليلة» 1001 Nights']) {
    const svg = coverSvg({ ...emma, title, author: 'عمرو' });
    assert.deepEqual(
      blocks(svg).map(({ rtl }) => rtl),
      [true, true],
    );
    assert.match(svg, /d="M228 0v360"/);
  }
  assert.doesNotMatch(coverSvg({ ...emma, language: 'ar' }), /rtl/);
  assert.match(coverSvg({ ...emma, title: '1984', language: 'fas' }), /direction="rtl"/);
});

test('an author is letterspaced in Latin, Greek and Cyrillic, never in a joined script', () => {
  const spacing = (author: string) => blocks(coverSvg({ ...emma, author }))[1]?.spacing ?? -1;
  for (const author of ['Jane Austen', 'Νίκος Καζαντζάκης', 'Лев Толстой']) assert.ok(spacing(author) > 0);
  for (const author of ['نجيب محفوظ', 'עמוס עוז', 'प्रेमचंद', '한강']) assert.equal(spacing(author), 0);
});

test('a shelf shows every cloth, none of them everywhere', () => {
  const seen = new Map<string, number>();
  for (let id = 1; id <= 1500; id += 1) {
    const cloth = coverSvg({ ...emma, id }).match(/fill="(#\w+)" d="M0 0/)?.[1] ?? '';
    seen.set(cloth, (seen.get(cloth) ?? 0) + 1);
  }
  assert.equal(seen.size, cloths.length);
  assert.ok(Math.max(...seen.values()) < 2.2 * Math.min(...seen.values()));
});

test('a cover is small, and asks the browser for nothing but drawing', () => {
  for (const id of many) {
    const svg = coverSvg({ ...emma, id, title: crusoe });
    assert.ok(Buffer.byteLength(svg) < 3000);
    assert.doesNotMatch(svg, /<style|\sstyle=|<script|href=|foreignObject|\son\w+=|url\((?!#p\))/);
  }
});

test('the address of a cover changes with anything that shapes it', () => {
  const others: Partial<CoverBook>[] = [{ id: 2 }, { title: 'Emma.' }, { author: null }, { language: 'de' }];
  const versions = [emma, ...others.map((other) => ({ ...emma, ...other }))].map(coverVersion);
  assert.equal(new Set(versions).size, 5);
  for (const version of versions) assert.match(version, /^[0-9a-f]{8}$/);
});

test('a cover kept for ever by a browser is never out of date', () => {
  const drawn = many.map((id) => coverSvg({ ...emma, id })).join();
  const picture = createHash('sha256').update(drawn).digest('hex').slice(0, 8);
  const changed = 'the drawing changed: raise FORMAT in cover.ts, then note the new pair here';
  assert.deepEqual(
    { version: coverVersion(emma), picture },
    { version: '19b71b70', picture: 'f7f01aab' },
    changed,
  );
});
