import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { html } from './html.ts';

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const readBack = (markup: string) =>
  markup.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');

test('whatever a text holds, it is text in an element and in an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { __html } = html`<p title="${text}">${text}</p>`;
      const [, title = '', content = ''] = /^<p title="([^"<>']*)">([^"<>']*)<\/p>$/.exec(__html) ?? [];
      assert.equal(readBack(title), text);
      assert.equal(readBack(content), text);
    }),
  );
});

test('a title cannot end the element it stands in', () => {
  const title = '"><script>alert(1)</script>';
  assert.equal(
    html`<a href="${title}">${title}</a>`.__html,
    '<a href="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;">&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;</a>',
  );
});

test('markup within markup stays markup, one after the other; nothing is nothing', () => {
  const names = ['Ann & Bo', 'Cy'].map((name) => html`<li>${name}</li>`);
  assert.equal(
    html`<ul>${names}${null}${undefined}${7}</ul>`.__html,
    '<ul><li>Ann &amp; Bo</li><li>Cy</li>7</ul>',
  );
});
