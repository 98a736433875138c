import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Library, startLibrary } from '../support/library-server.ts';
import { sendByHand, suggestionsLike } from '../support/purchase-suggestions.ts';

let library: Library;
before(async () => {
  library = await startLibrary({ env: { TRUSTED_PROXIES: '1' } });
});
after(() => library.stop());

let people = 0;

/** One address for each test: what one sends does not count for another. */
function newAddress(): string {
  people += 1;
  return `198.18.0.${people}`;
}

const notText: [what: string, fields: [string, string | Blob][]][] = [
  ['a file instead of a text', [['title', new File(['x'], 'title.txt')]]],
  [
    'a field that comes twice',
    [
      ['title', 'one'],
      ['title', 'two'],
    ],
  ],
];
for (const [what, fields] of notText) {
  test(`By hand: ${what} is refused at the field`, async () => {
    const { status, text } = await sendByHand(library, newAddress(), fields);
    assert.equal(status, 200);
    assert.match(text, /This could not be read: please write it again\./);
  });
}

for (const text of ['NUL \0 inside', 'half \ud83d of one', '\u202eturned', `flood${'\u0335'.repeat(5000)}`]) {
  test(`By hand: ${JSON.stringify(text.slice(0, 20))} is taken without what cannot be seen`, async () => {
    const fields = ['title', 'author', 'note', '__proto__', 'constructor'];
    const { status } = await sendByHand(
      library,
      newAddress(),
      fields.map((name) => [name, text]),
    );
    assert.equal(status, 303);
  });
}

test('Fifty at once from one address are ten, whatever it says to be', async () => {
  const address = newAddress();
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, nth) =>
      sendByHand(library, address, [['title', `Fifty ${nth}`]], { 'x-library-client': `192.0.2.${nth}` }),
    ),
  );
  assert.equal(answers.filter(({ status }) => status === 303).length, 10);
  assert.equal(answers.filter(({ text }) => text.includes('Many suggestions have come')).length, 40);
  assert.equal(await suggestionsLike(library, 'Fifty %'), 10);
});
