import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conditions } from '#db/schema/catalog';
import fc from '#db/testing/fast-check';
import {
  type AvailabilityLine,
  availabilityFrom,
  availabilityLine,
  type CopyFacts,
} from '#lib/catalog/copies/availability';

const today = '2026-11-25';

const facts = (values: Partial<CopyFacts>): CopyFacts => ({
  state: 'on_shelf',
  condition: 'ok',
  dueOn: null,
  location: 'Main room',
  shelfMark: 'NOV AUS',
  ...values,
});
const here = facts({});
const due = (dueOn: string) => facts({ state: 'on_loan', dueOn });
const setAside = facts({ state: 'on_hold_shelf' });
const staffSays = (condition: Exclude<CopyFacts['condition'], 'ok'>) =>
  facts({ state: condition, condition });

const lineOf = (copies: CopyFacts[], awaited = false) =>
  availabilityLine(availabilityFrom(copies, awaited), today);

const lines: [copies: string, CopyFacts[], AvailabilityLine][] = [
  ['none', [], { kind: 'none' }],
  ['one that is in', [here], { kind: 'on_shelf', copies: 1, onShelf: 1 }],
  ['two in, one out', [here, due('2026-12-10'), here], { kind: 'on_shelf', copies: 3, onShelf: 2 }],
  [
    'one in, and others that nobody borrows',
    [here, staffSays('reference_only'), staffSays('lost'), staffSays('damaged'), staffSays('on_order')],
    { kind: 'on_shelf', copies: 1, onShelf: 1 },
  ],
  ['two out', [due('2026-12-20'), due('2026-12-10')], { kind: 'back', date: '2026-12-10' }],
  ['one due today', [due(today)], { kind: 'back', date: today }],
  ['one late, one not', [due('2026-11-16'), due('2026-12-10')], { kind: 'back', date: '2026-12-10' }],
  ['all late', [due('2026-11-20'), due('2026-11-16')], { kind: 'overdue', date: '2026-11-16' }],
  ['one out, one set aside', [due('2026-12-10'), setAside], { kind: 'on_hold_shelf' }],
  ['one to be read here', [staffSays('reference_only')], { kind: 'reference_only' }],
  [
    'one to be read here, one out',
    [staffSays('reference_only'), due('2026-12-10')],
    { kind: 'reference_only', toBorrow: { kind: 'back', date: '2026-12-10' } },
  ],
  [
    'one to be read here, one lost',
    [staffSays('reference_only'), staffSays('lost')],
    { kind: 'reference_only' },
  ],
  [
    'one that is read here, on loan',
    [{ ...due('2026-12-10'), condition: 'reference_only' }],
    { kind: 'on_loan' },
  ],
  ['one in repair', [staffSays('in_repair')], { kind: 'in_repair' }],
  [
    'one in repair, one out',
    [staffSays('in_repair'), due('2026-12-10')],
    { kind: 'back', date: '2026-12-10' },
  ],
  ['one on order', [staffSays('on_order'), staffSays('missing')], { kind: 'on_order' }],
  ['one being prepared', [staffSays('in_process')], { kind: 'in_process' }],
  ['one lost', [staffSays('lost'), staffSays('withdrawn')], { kind: 'lost' }],
  ['one that a reader lost', [{ ...due('2026-12-10'), condition: 'lost' }], { kind: 'lost' }],
  ['one damaged', [staffSays('damaged'), staffSays('lost')], { kind: 'damaged' }],
  ['one withdrawn', [staffSays('withdrawn')], { kind: 'none' }],
];
for (const [copies, all, line] of lines)
  test(`of copies such as ${copies} a reader is told: ${line.kind}`, () =>
    assert.deepEqual(lineOf(all), line));

test('where readers wait, the next copy in is theirs', () => {
  assert.deepEqual(lineOf([due('2026-12-10')], true), { kind: 'awaited' });
  assert.deepEqual(lineOf([here], true), { kind: 'on_shelf', copies: 1, onShelf: 1 });
});

test('the place is that of the copies one can go to, as far as they agree', () => {
  const placeOf = (...copies: CopyFacts[]) => availabilityFrom(copies, false).place;
  const upstairs = { location: 'Upper floor', shelfMark: 'NOV AUS' };
  assert.deepEqual(placeOf(here, { ...due('2026-12-10'), ...upstairs }), {
    location: 'Main room',
    shelfMark: 'NOV AUS',
  });
  assert.deepEqual(placeOf(here, facts(upstairs)), { location: null, shelfMark: null });
  assert.deepEqual(placeOf(here, facts({ shelfMark: 'BIO AUS' })), {
    location: 'Main room',
    shelfMark: null,
  });
  assert.deepEqual(placeOf(setAside, due('2026-12-10')), { location: null, shelfMark: null });
});

const place = fc.record({
  location: fc.constantFrom('Main room', 'Upper floor', null),
  shelfMark: fc.constantFrom('NOV AUS', 'CHI MON', null),
});
/** As the view copy_status makes it of a condition, a loan and a hold. */
const anyCopy: fc.Arbitrary<CopyFacts> = fc
  .tuple(
    fc.constantFrom(...conditions),
    fc.option(fc.constantFrom('2026-11-01', '2026-11-24', today, '2026-12-10', '2027-02-01')),
    fc.boolean(),
    place,
  )
  .map(([condition, dueOn, isHeld, where]) => {
    if (dueOn) return { condition, dueOn, state: 'on_loan', ...where };
    if (condition !== 'ok') return { condition, dueOn, state: condition, ...where };
    return { condition, dueOn, state: isHeld ? 'on_hold_shelf' : 'on_shelf', ...where };
  });

test('whatever the copies are, a reader is told nothing untrue', () => {
  fc.assert(
    fc.property(fc.array(anyCopy, { maxLength: 5 }), fc.boolean(), (copies, awaited) => {
      const line = lineOf(copies, awaited);
      const isIn = copies.filter(({ state }) => state === 'on_shelf').length;
      assert.equal(line.kind === 'on_shelf', isIn > 0);
      if (line.kind === 'on_shelf') {
        assert.equal(line.onShelf, isIn);
        assert.ok(line.copies >= isIn && line.copies <= copies.length);
        return;
      }
      const isReadHere = copies.some(({ state }) => state === 'reference_only');
      assert.equal(line.kind === 'reference_only', isReadHere);
      const told = line.kind === 'reference_only' ? line.toBorrow : line;
      if (told) assertTrue(told, copies, awaited);
      else assert.ok(copies.every(({ state, condition }) => isReadOrGone(state) || isReadOrGone(condition)));
    }),
  );
});

const isReadOrGone = (state: string) =>
  ['reference_only', 'damaged', 'missing', 'lost', 'withdrawn'].includes(state);

function assertTrue(line: AvailabilityLine, copies: CopyFacts[], awaited: boolean): void {
  const lent = copies.filter(({ condition, dueOn }) => condition === 'ok' && dueOn !== null);
  const days = lent.map(({ dueOn }) => dueOn ?? '').sort();
  if (line.kind === 'back' || line.kind === 'overdue') {
    assert.equal(awaited, false);
    assert.ok(copies.every(({ state }) => state !== 'on_hold_shelf'));
  }
  if (line.kind === 'back')
    assert.equal(
      line.date,
      days.find((day) => day >= today),
    );
  if (line.kind === 'overdue') {
    assert.equal(line.date, days[0]);
    assert.ok(days.every((day) => day < today));
  }
  if (line.kind === 'none') assert.ok(copies.every(({ condition }) => condition === 'withdrawn'));
  if (line.kind === 'on_loan') assert.equal(days.length, 0);
  if (!['back', 'overdue', 'awaited', 'none'].includes(line.kind))
    assert.ok(copies.some(({ state, condition }) => state === line.kind || condition === line.kind));
}
