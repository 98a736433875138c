import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { desc } from 'drizzle-orm';
import { db } from '#db/client';
import { purchaseSuggestions } from '#db/schema/acquisitions';
import { freshDatabase, testNow } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import { suggestPurchase } from '#lib/acquisitions/purchase-suggestion-commands';
import { purchaseSuggestionForm } from '#lib/acquisitions/purchase-suggestion-form';
import { readForm } from '#lib/forms';

freshDatabase();

function read(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return readForm(form, purchaseSuggestionForm);
}

const refused: [what: string, fields: Record<string, string>, errors: Record<string, unknown>][] = [
  ['an empty form', {}, { title: { key: 'purchaseSuggestions.titleMissing' } }],
  ['a title of spaces', { title: ' \u3164 ' }, { title: { key: 'purchaseSuggestions.titleMissing' } }],
  [
    'ten thousand letters everywhere',
    { title: 'x'.repeat(10_000), author: 'x'.repeat(10_000), note: 'x'.repeat(10_000) },
    {
      title: { key: 'forms.tooLong', values: { max: 300, length: 10_000 } },
      author: { key: 'forms.tooLong', values: { max: 200, length: 10_000 } },
      note: { key: 'forms.tooLong', values: { max: 1000, length: 10_000 } },
    },
  ],
];

describe('is refused:', () => {
  for (const [what, fields, errors] of refused) {
    test(what, () => {
      const reading = read(fields);
      assert.deepEqual(!reading.ok && reading.errors, errors);
    });
  }
});

const hostile = [
  "Robert'); DROP TABLE purchase_suggestions;--",
  '<script>alert(1)</script>',
  '{count, plural, one {x}}',
  '%s %d %n {{7*7}} #{7*7}',
  'Em\0ma',
  'half \ud83d of one',
  '\u202eammE',
  `E${'\u0335'.repeat(5000)}mma`,
  '=HYPERLINK("http://x")',
  '../../etc/passwd',
  'Ω≈ç√∫˜µ≤≥÷ 田中さん ﷽ 👩🏽 𠜎',
  '__proto__',
  'null',
  'NaN',
];

describe('is stored, and read again as it was taken:', () => {
  for (const text of hostile) test(JSON.stringify(text.slice(0, 40)), () => storedAsTaken(text));

  test('whatever anybody may type', () =>
    fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), storedAsTaken), {
      numRuns: 25,
    }));
});

let people = 0;

async function storedAsTaken(text: string): Promise<void> {
  people += 1;
  const reading = read({ title: `x${text}`, author: text, note: text });
  assert.ok(reading.ok);
  const { title, author, note } = reading.value;
  const outcome = await suggestPurchase({ kind: 'visitor', client: `${people}` }, reading.value, testNow);
  assert.deepEqual(outcome, { ok: true });
  const [row] = await db.select().from(purchaseSuggestions).orderBy(desc(purchaseSuggestions.id)).limit(1);
  assert.deepEqual([row?.title, row?.author, row?.note], [title, author || null, note || null]);
}
