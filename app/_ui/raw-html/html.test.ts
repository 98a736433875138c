import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '#db/testing/fast-check';
import { html, type SafeHtml, textOf, UnsafePlaceError } from './html.ts';

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const readBack = (markup: string) =>
  markup.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');

test('whatever a text holds, it is text in an element and in an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const written = textOf(html`<p title="${text}">${text}</p>`);
      const [, title = '', content = ''] = /^<p title="([^"<>']*)">([^"<>']*)<\/p>$/.exec(written) ?? [];
      assert.equal(readBack(title), text);
      assert.equal(readBack(content), text);
    }),
  );
});

test('a title cannot end the element it stands in', () => {
  const title = '"><script>alert(1)</script>';
  assert.equal(
    textOf(html`<a href="${title}">${title}</a>`),
    '<a href="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;</a>',
  );
});

test('markup within markup stays markup, one after the other; nothing is nothing', () => {
  const names = ['Ann & Bo', 'Cy'].map((name) => html`<li>${name}</li>`);
  assert.equal(
    textOf(html`<ul>${names}${null}${undefined}${7}</ul>`),
    '<ul><li>Ann &amp; Bo</li><li>Cy</li>7</ul>',
  );
});

const text = 'x onclick=alert(1)';
const unsafe: [where: string, made: () => SafeHtml][] = [
  ['an attribute without quotes', () => html`<a href=${text}>a</a>`],
  ['an attribute without quotes, after one with them', () => html`<a class="b" href=${text}>a</a>`],
  ['an attribute without quotes, where HTML stands', () => html`<a href=${html`b`}>a</a>`],
  ['an attribute without quotes, after a space', () => html`<a href= ${text}>a</a>`],
  ['an attribute of its own', () => html`<a ${text}>a</a>`],
  ['the name of an element', () => html`<${text}>a</p>`],
  ['an attribute of its own, after a quoted sign', () => html`<a title='"' ${7}>a</a>`],
];
for (const [where, made] of unsafe) {
  test(`a value is refused as ${where}`, () => {
    assert.throws(made, UnsafePlaceError);
    assert.throws(made, UnsafePlaceError, 'the second time as well');
  });
}

test('an attribute made as HTML, or none, may stand in a tag', () => {
  const button = (named: SafeHtml | null) => textOf(html`<button${named} class='${text}'>a</button>`);
  assert.equal(button(html` name="b"`), `<button name="b" class='${text}'>a</button>`);
  assert.equal(button(null), `<button class='${text}'>a</button>`);
});

test('what only looks like HTML of ours is not written', () => {
  const forged: unknown = JSON.parse('{"__html":"<script>"}');
  assert.throws(() => html`<p>${forged as SafeHtml}</p>`);
});
