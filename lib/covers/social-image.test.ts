import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import fc from '#db/testing/fast-check';
import { glyphOutlines } from '#lib/covers/glyph-outlines';
import { socialImagePng, socialImageSvg } from '#lib/covers/social-image';
import { socialImageBook, socialImagePath } from '#lib/covers/social-image-address';
import { assertWellFormed } from '#lib/publishing/feeds/test-xml';
import { anyText } from '#lib/publishing/test-books';

const emma = { id: 42, title: 'Emma', author: 'Jane Austen', language: 'en' };
const picture = (title: string, author: string | null = null) =>
  socialImageSvg({ ...emma, title, author }, 'LocalLibrary');
const lettersOf = (svg: string) =>
  svg.match(/<path transform="translate\([^"]*\) scale\([^"]*" d=/g)?.length ?? 0;

test('a picture has the size that other sites ask for', async () => {
  const { format, width, height } = await sharp(await socialImagePng(emma, 'LocalLibrary')).metadata();
  assert.deepEqual({ format, width, height }, { format: 'png', width: 1200, height: 630 });
});

test('it is the same picture on every machine: its letters are drawn, not set', () => {
  assert.doesNotMatch(picture('Emma'), /<text|<title>[^<]*<\/title><text/);
  assert.ok(lettersOf(picture('Emma')) > 2 * 'Emma'.length);
  assert.ok(lettersOf(picture('Emma', 'Jane Austen')) > lettersOf(picture('Emma')));
});

for (const title of [
  'Cien años de soledad',
  'Преступление и наказание',
  'Ἀντιγόνη',
  'Truyện Kiều',
  'Příliš žluťoučký',
]) {
  test(`${title} is written out`, () => assert.ok(lettersOf(picture(title)) >= 2 * 'xxxxxx'.length));
}

for (const title of ['吾輩は猫である', 'ألف ليلة وليلة', 'गोदान', 'Emma 👩‍👩‍👧', '한강']) {
  test(`${title} has letters that our typeface lacks: the cover stands alone, without a wrong one`, () =>
    assert.equal(lettersOf(picture(title)), 0));
}

test('an author in another script than the title is left out', () => {
  assert.equal(lettersOf(picture('Emma', '夏目漱石')), lettersOf(picture('Emma')));
});

test('two files of the typeface make one line, as wide as both', () => {
  const [both, one, other] = ['Emma Эмма', 'Emma ', 'Эмма'].map(
    (line) => glyphOutlines(line, 100)?.width ?? 0,
  );
  assert.ok(Math.abs((both ?? 0) - (one ?? 0) - (other ?? 0)) < 1);
});

test('whatever a cataloger typed, there is a picture', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, fc.option(anyText), async (title, author) => {
      const book = { ...emma, title, author };
      assertWellFormed(socialImageSvg(book, 'LocalLibrary'));
      await sharp(Buffer.from(socialImageSvg(book, 'LocalLibrary'))).metadata();
    }),
    { numRuns: 40 },
  );
});

test('its address says of which book it is, in any version; nothing else is one', () => {
  const file = socialImagePath({ id: 42, cover: '0a1b2c3d' }).replace('/covers/', '');
  for (const one of [file, '42-00000000-1.png', '42-0a1b2c3d-999.png'])
    assert.equal(socialImageBook(one), 42);
  for (const file of [
    '42-0a1b2c3d.svg',
    '0-0a1b2c3d-1.png',
    '42-0a1b2c3d-1.PNG',
    '42-0a1b2c3d-1000.png',
    '42-xyz-1.png',
    '',
  ])
    assert.equal(socialImageBook(file), undefined);
});
