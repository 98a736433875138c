import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { asc, count } from 'drizzle-orm';
import { db, transaction } from '#db/client';
import { purchaseSuggestionSenders, purchaseSuggestions } from '#db/schema/acquisitions';
import { emptyTables, freshDatabase, testNow } from '#db/testing/database';
import { forgetSenders, suggestPurchase } from '#lib/acquisitions/purchase-suggestion-commands';
import { newFormKey } from '#lib/form-fields';

freshDatabase();
beforeEach(emptyTables);

const amara = { kind: 'visitor', client: '192.0.2.1' } as const;
const casimir = { kind: 'visitor', client: '2001:db8:0:1::/64' } as const;

const minutes = (after: number) => new Date(testNow.getTime() + after * 60_000);
const hours = (after: number) => minutes(after * 60);

type Suggestion = Parameters<typeof suggestPurchase>[1];

/** A form that was just opened, filled in. */
const asked = (values: Partial<Suggestion> = {}): Suggestion => ({
  title: 'The Left Hand of Darkness',
  author: '',
  note: '',
  formKey: newFormKey(),
  ...values,
});

const stored = async () =>
  (
    await db
      .select({ title: purchaseSuggestions.title })
      .from(purchaseSuggestions)
      .orderBy(asc(purchaseSuggestions.id))
  ).map(({ title }) => title);

/** Sends so many different suggestions, one a minute. */
async function send(many: number, actor: typeof amara | typeof casimir = amara, from = 0) {
  for (let nth = from; nth < from + many; nth += 1)
    assert.deepEqual(await suggestPurchase(actor, asked({ title: `Earthsea ${nth}` }), minutes(nth)), {
      ok: true,
    });
}

test('what is asked for is stored as it was written, with nothing of who asked', async () => {
  const suggestion = asked({ author: 'Ursula K. Le Guin', note: 'Any edition.\nOr the audiobook.' });
  assert.deepEqual(await suggestPurchase(amara, suggestion, testNow), { ok: true });
  const [row] = await db.select().from(purchaseSuggestions);
  const { id, idempotencyKey, ...values } = row ?? {};
  assert.deepEqual(values, {
    title: 'The Left Hand of Darkness',
    author: 'Ursula K. Le Guin',
    note: 'Any edition.\nOr the audiobook.',
    suggestedAt: testNow,
  });
  const everything = JSON.stringify([row, await db.select().from(purchaseSuggestionSenders)]);
  assert.equal(everything.includes(amara.client), false);
});

test('what was left empty is not there', async () => {
  await suggestPurchase(amara, asked(), testNow);
  const [row] = await db.select().from(purchaseSuggestions);
  assert.deepEqual([row?.author, row?.note], [null, null]);
});

describe('is one suggestion:', () => {
  test('a form that is sent again, also next week and from another address', async () => {
    const form = asked();
    for (const [actor, at] of [
      [amara, testNow],
      [amara, testNow],
      [casimir, testNow],
      [amara, hours(24 * 7)],
    ] as const)
      assert.deepEqual(await suggestPurchase(actor, form, at), { ok: true });
    assert.equal((await stored()).length, 1);
  });

  test('a form that is sent three times at the same moment', async () => {
    const form = asked();
    const outcomes = await Promise.all([1, 2, 3].map(() => suggestPurchase(amara, form, testNow)));
    assert.deepEqual(outcomes, Array(3).fill({ ok: true }));
    assert.equal((await stored()).length, 1);
  });

  test('the same words from the same address, in two forms, within a day', async () => {
    await suggestPurchase(amara, asked(), testNow);
    assert.deepEqual(await suggestPurchase(amara, asked(), hours(23)), { ok: true });
    assert.equal((await stored()).length, 1);
  });
});

describe('are two suggestions:', () => {
  test('the same book, wanted by two people', async () => {
    await suggestPurchase(amara, asked(), testNow);
    await suggestPurchase(casimir, asked(), testNow);
    assert.equal((await stored()).length, 2);
  });

  test('the same book, wanted again after a day', async () => {
    await suggestPurchase(amara, asked(), testNow);
    await suggestPurchase(amara, asked(), hours(24));
    assert.equal((await stored()).length, 2);
  });

  test('two books by one form, of who went back and wrote another', async () => {
    const { formKey } = asked();
    await suggestPurchase(amara, asked({ formKey, title: 'Emma' }), testNow);
    await suggestPurchase(amara, asked({ formKey, title: 'Persuasion' }), testNow);
    assert.deepEqual(await stored(), ['Emma', 'Persuasion']);
  });
});

describe('limits:', () => {
  test('ten an hour; the next when the first of them is an hour ago', async () => {
    await send(10);
    const refused = { ok: false, reason: 'tooManyFromHere', retryAt: minutes(60) };
    assert.deepEqual(await suggestPurchase(amara, asked(), minutes(10)), refused);
    assert.deepEqual(await suggestPurchase(amara, asked(), minutes(59)), refused);
    assert.deepEqual(await suggestPurchase(casimir, asked(), minutes(59)), { ok: true });
    assert.deepEqual(await suggestPurchase(amara, asked(), minutes(60)), { ok: true });
  });

  test('twenty a day; the next when the first of them is a day ago', async () => {
    await send(10);
    await send(10, amara, 60);
    const refused = { ok: false, reason: 'tooManyFromHere', retryAt: hours(24) };
    assert.deepEqual(await suggestPurchase(amara, asked(), minutes(75)), refused);
    assert.deepEqual(await suggestPurchase(amara, asked(), hours(24)), { ok: true });
  });

  test('what was refused is not stored, and does not count', async () => {
    await send(10);
    for (let nth = 0; nth < 40; nth += 1) await suggestPurchase(amara, asked(), minutes(30));
    assert.equal((await stored()).length, 10);
    assert.deepEqual(await suggestPurchase(amara, asked(), minutes(60)), { ok: true });
  });

  test('what was sent before is no news, also for who may send nothing new', async () => {
    const form = asked();
    await suggestPurchase(amara, form, testNow);
    await send(9);
    assert.deepEqual(await suggestPurchase(amara, form, minutes(20)), { ok: true });
    assert.deepEqual(await suggestPurchase(amara, asked(), minutes(20)), { ok: true });
    assert.equal((await suggestPurchase(amara, asked({ title: 'Emma' }), minutes(20))).ok, false);
  });

  test('fifty at the same moment are ten', async () => {
    const many = Array.from({ length: 50 }, (_, nth) => asked({ title: `Earthsea ${nth}` }));
    const outcomes = await Promise.all(many.map((form) => suggestPurchase(amara, form, testNow)));
    assert.equal(outcomes.filter(({ ok }) => ok).length, 10);
    assert.equal((await stored()).length, 10);
  });

  test('five hundred a day from all the world together', async () => {
    const sent = Array.from({ length: 500 }, (_, nth) => ({
      clientHash: `client ${nth}`,
      contentHash: 'x',
      sentAt: minutes(nth),
    }));
    await transaction((tx) => tx.insert(purchaseSuggestionSenders).values(sent));
    assert.deepEqual(await suggestPurchase(amara, asked(), minutes(500)), {
      ok: false,
      reason: 'tooManyToday',
      retryAt: hours(24),
    });
    assert.deepEqual(await suggestPurchase(amara, asked(), hours(24)), { ok: true });
  });
});

describe('who sent something is forgotten after a day', () => {
  const known = async () => (await db.select({ many: count() }).from(purchaseSuggestionSenders))[0]?.many;

  test('also where nobody sends anything more', async () => {
    await suggestPurchase(amara, asked(), testNow);
    await forgetSenders(new Date(hours(24).getTime() - 1));
    assert.equal(await known(), 1);
    await forgetSenders(hours(24));
    assert.equal(await known(), 0);
    assert.equal((await stored()).length, 1);
  });

  test('when the next is sent', async () => {
    await suggestPurchase(amara, asked(), testNow);
    await suggestPurchase(casimir, asked(), hours(30));
    assert.equal(await known(), 1);
  });
});
