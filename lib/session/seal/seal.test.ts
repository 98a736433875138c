import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sealData, unsealData } from 'iron-session';
import { testNow as now, runApart } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import { passwords } from '#lib/session/seal/passwords';
import { open as openSeal, seal } from '#lib/session/seal/seal';

const kept = globalThis as typeof globalThis & { librarySeals?: Map<string, { json: string; ends: number }> };

/** As in another process, which has not seen any seal yet. */
const forgetSeals = () => kept.librarySeals?.clear();

const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const reading = { values: { num_visits: 3, closedNotices: ['ação', '通知', '"\\'] } };

/** What was sealed, without its end. */
const open = async (sealed: string, at: Date) => (await openSeal<object>(sealed, at))?.content;

const anyContent = fc.dictionary(fc.string(), fc.jsonValue());

test('what was sealed opens as it was, in this process and in another', async () => {
  const content = fc.asyncProperty(anyContent, async (given) => {
    const plain = JSON.parse(JSON.stringify(given));
    const sealed = seal(plain, 60, now);
    assert.deepEqual(await open(sealed, now), plain);
    forgetSeals();
    assert.deepEqual(await open(sealed, now), plain);
  });
  await fc.assert(content, { numRuns: 50 });
});

test('a seal tells when it ends, in this process and in another', async () => {
  const sealed = seal(reading, 60, now);
  assert.equal((await openSeal(sealed, now))?.ends, later(60).getTime());
  forgetSeals();
  assert.equal((await openSeal(sealed, later(30)))?.ends, later(60).getTime());
});

test('every opening hands out its own copy', async () => {
  const sealed = seal(reading, 60, now);
  const first = (await open(sealed, now)) as typeof reading;
  first.values.closedNotices.push('hours');
  assert.deepEqual(await open(sealed, now), reading);
});

test('two seals of the same differ and tell nothing', async () => {
  const seals = [seal(reading, 60, now), seal(reading, 60, now)];
  assert.notEqual(seals[0], seals[1]);
  assert.doesNotMatch(seals.join(), /visits|closedNotices/);
});

for (const [where, forget] of [
  ['in the process that sealed it', () => {}],
  ['in another process', forgetSeals],
] as const) {
  test(`a seal opens until its time is over, ${where}`, async () => {
    const sealed = seal(reading, 60, now);
    forget();
    assert.deepEqual(await open(sealed, later(59.999)), reading);
    assert.equal(await open(sealed, later(60)), undefined);
    forget();
    assert.equal(await open(sealed, later(60)), undefined);
  });

  test(`a seal for no time at all never opens, ${where}`, async () => {
    const sealed = seal(reading, 0, now);
    forget();
    assert.equal(await open(sealed, now), undefined);
  });
}

test('a seal in which any character was changed does not open', async () => {
  const sealed = seal(reading, 60, now);
  // The very last one holds two bits that say nothing, and after the ~ iron-session ignores what stands there.
  const lastThatCounts = sealed.lastIndexOf('~') - 2;
  const anyChange = fc.tuple(fc.nat(lastThatCounts), fc.constantFrom(...'AMZamz059-_*'));
  const property = fc.asyncProperty(anyChange, async ([at, character]) => {
    fc.pre(character !== sealed[at]);
    assert.equal(await open(sealed.slice(0, at) + character + sealed.slice(at + 1), now), undefined);
  });
  await fc.assert(property, { numRuns: 300 });
});

test('a seal never opens as something else than what was sealed', async () => {
  const sealed = seal(reading, 60, now);
  const anyEdit = fc.tuple(fc.nat(sealed.length), fc.nat(2), fc.string({ unit: 'binary', maxLength: 3 }));
  const property = fc.asyncProperty(anyEdit, async ([at, removed, inserted]) => {
    const opened = await open(sealed.slice(0, at) + inserted + sealed.slice(at + removed), now);
    if (opened !== undefined) assert.deepEqual(opened, reading);
  });
  await fc.assert(property, { numRuns: 300 });
});

test('a seal that was cut short does not open', async () => {
  const sealed = seal(reading, 60, now);
  const property = fc.asyncProperty(fc.nat(sealed.lastIndexOf('~') - 1), async (length) => {
    assert.equal(await open(sealed.slice(0, length), now), undefined);
  });
  await fc.assert(property);
});

const anyGarbage = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string().map((text) => `Fe26.2*1*${text}`),
  fc.array(fc.string(), { minLength: 8, maxLength: 8 }).map((parts) => parts.join('*')),
);

test('what was never a seal does not open', async () => {
  await fc.assert(
    fc.asyncProperty(anyGarbage, async (text) => (await open(text, now)) === undefined),
    { numRuns: 300 },
  );
});

test('16 KB of garbage do not open, and leave nothing in memory', async () => {
  forgetSeals();
  for (const garbage of ['a'.repeat(16_384), '*'.repeat(16_384), `Fe26.2*1*${'f'.repeat(16_384)}`]) {
    assert.equal(await open(garbage, now), undefined);
  }
  assert.equal(kept.librarySeals?.size, 0);
});

const sealedWith = (
  password: Record<string, string>,
  content: unknown = { content: reading, ends: later(60).getTime() },
) => sealData(content, { password, ttl: 60 });

test('a retired password still opens; the newest seals', async () => {
  const { 1: old, 2: newest } = passwords();
  assert.ok(old && newest);
  assert.deepEqual(await open(await sealedWith({ 1: old }), now), reading);
  assert.match(seal(reading, 60, now), /^Fe26\.2\*2\*/);
});

test('iron-session opens a seal of ours, until it ends, and ours opens its', async () => {
  const property = fc.asyncProperty(anyContent, async (given) => {
    const content = JSON.parse(JSON.stringify(given));
    const options = { password: passwords(), ttl: 60 };
    const ends = later(60).getTime();
    assert.deepEqual(await unsealData(seal(content, 60, now), options), { content, ends });
    assert.deepEqual(await unsealData(seal(content, -3600, now), options), {});
    assert.deepEqual(await open(await sealData({ content, ends }, options), now), content);
  });
  await fc.assert(property, { numRuns: 50 });
});

test('an unknown password does not open, under a number of its own or under ours', async () => {
  const unknown = 'Somebody else’s password, long enough to be one';
  assert.equal(await open(await sealedWith({ 9: unknown }), now), undefined);
  assert.equal(await open(await sealedWith({ 1: unknown }), now), undefined);
  assert.equal(await open(await sealedWith({ 2: unknown }), now), undefined);
});

test('what another program sealed with our password does not open', async () => {
  for (const content of [
    {},
    { num_visits: 3 },
    { content: reading },
    { content: 3, ends: later(60).getTime() },
    [],
  ]) {
    assert.equal(await open(await sealedWith(passwords(), content), now), undefined);
  }
});

test('memory is bounded: the oldest seals are forgotten, and still open', async () => {
  forgetSeals();
  const first = seal(reading, 60, now);
  for (let n = 1; n < 5000; n++) kept.librarySeals?.set(`seal ${n}`, { json: '{}', ends: 0 });
  const newest = seal(reading, 60, now);
  assert.equal(kept.librarySeals?.size, 5000);
  assert.equal(kept.librarySeals?.has(first), false);
  assert.deepEqual(await open(newest, now), reading);
  assert.deepEqual(await open(first, now), reading);
  assert.equal(kept.librarySeals?.size, 5000);
});

const openApart = (sealed: string, at: Date) =>
  runApart(
    `import { open } from '#lib/session/seal/seal';
     await open(${JSON.stringify(sealed)}, new Date(${at.getTime()}));`,
    { LOG_LEVEL: 'warn' },
  );

test('a cookie that cannot be opened is one warning, which does not repeat it', async () => {
  const { stderr } = await openApart('Fe26.2*1*secret-reading', now);
  assert.equal(stderr.split('\n').length, 1);
  assert.match(JSON.parse(stderr).msg, /rejected/);
  assert.doesNotMatch(stderr, /secret-reading/);
});

test('one that has expired is none, whoever notices it', async () => {
  assert.equal((await openApart(seal(reading, 60, now), later(61))).stderr, '');
  const content = { content: reading, ends: later(60).getTime() };
  const expired = await sealData(content, { password: passwords(), ttl: -3600 });
  assert.equal((await openApart(expired, now)).stderr, '');
});
