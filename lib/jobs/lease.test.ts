import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { db, transaction } from '#db/client';
import { jobRuns } from '#db/schema/jobs';
import { emptyTables, freshDatabase, testNow } from '#db/testing/database';
import fc from '#db/testing/fast-check';
import {
  type Claim,
  claim,
  finish,
  forgetOpenRuns,
  type Lease,
  leaseMs,
  maxAttempts,
  renew,
  retryMs,
} from '#lib/jobs/lease';

freshDatabase();
beforeEach(emptyTables);

const after = (ms: number) => new Date(testNow.getTime() + ms);
const done = { outcome: 'done', message: 'Removed 3.' } as const;
const failed = { outcome: 'failed', message: 'disk full' } as const;

function leaseOf(claimed: Claim): Lease {
  assert.ok('lease' in claimed, JSON.stringify(claimed));
  return claimed.lease;
}

const runs = () => db.select().from(jobRuns);

test('of many processes at once one has the lease', async () => {
  const claims = await Promise.all(Array.from({ length: 10 }, () => claim('backup', testNow, testNow)));
  assert.equal(claims.filter((claimed) => 'lease' in claimed).length, 1);
  assert.equal(claims.filter((claimed) => 'refusal' in claimed && claimed.refusal === 'running').length, 9);
});

test('what is done is not run again until it is due again', async () => {
  assert.equal(await finish(leaseOf(await claim('backup', testNow, testNow)), done, after(5)), true);
  assert.deepEqual(await claim('backup', testNow, after(6)), { refusal: 'settled' });
  assert.deepEqual(await claim('backup', after(-1000), after(6)), { refusal: 'settled' });
  assert.ok('lease' in (await claim('sessions:clear', testNow, after(6))));
  assert.ok('lease' in (await claim('backup', after(7), after(7))));
});

test('a lease that is not renewed goes to the next who asks, and whoever had it can change nothing', async () => {
  const first = leaseOf(await claim('backup', testNow, testNow));
  assert.equal(await renew(first, after(leaseMs - 1)), true);
  assert.deepEqual(await claim('backup', testNow, after(leaseMs)), { refusal: 'running' });
  const second = leaseOf(await claim('backup', testNow, after(2 * leaseMs)));
  assert.equal(await renew(first, after(2 * leaseMs)), false);
  assert.equal(await finish(first, done, after(2 * leaseMs)), false);
  assert.equal(await finish(second, done, after(2 * leaseMs + 1)), true);
});

test('a crash that nobody picked up is told of once the job is due again', async () => {
  await claim('backup', testNow, testNow);
  await claim('backup', after(2 * leaseMs), after(2 * leaseMs));
  const [crashed] = (await runs()).filter(({ dueAt }) => dueAt.getTime() === testNow.getTime());
  assert.deepEqual([crashed?.outcome, crashed?.endedAt], ['abandoned', after(leaseMs)]);
});

test('a failure is tried again after a pause, and not for ever', async () => {
  let now = testNow;
  for (let attempt = 1; attempt <= maxAttempts; attempt++) {
    await finish(leaseOf(await claim('backup', testNow, now)), failed, now);
    const waiting = attempt < maxAttempts ? 'waiting' : 'settled';
    assert.deepEqual(await claim('backup', testNow, new Date(now.getTime() + retryMs - 1)), {
      refusal: waiting,
    });
    now = new Date(now.getTime() + retryMs);
  }
  assert.deepEqual(await claim('backup', testNow, now), { refusal: 'settled' });
  assert.equal((await runs())[0]?.message, 'disk full');
});

test('a restored library has forgotten what was running, and nothing else', async () => {
  await finish(leaseOf(await claim('sessions:clear', testNow, testNow)), done, testNow);
  await claim('backup', testNow, testNow);
  await transaction(forgetOpenRuns);
  assert.deepEqual(
    (await runs()).map(({ job }) => job),
    ['sessions:clear'],
  );
});

const long = 100 * 24 * 60 * 60 * 1000;

test('runs of a quarter of a year ago are forgotten', async () => {
  await finish(leaseOf(await claim('backup', testNow, testNow)), done, testNow);
  await claim('backup', after(long), after(long));
  assert.deepEqual(
    (await runs()).map(({ dueAt }) => dueAt),
    [after(long)],
  );
});

type Step = { kind: 'claim' | 'renew' | 'done' | 'failed' | 'pass'; who: number; ms: number };

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('claim', 'renew', 'done', 'failed', 'pass'),
  who: fc.nat(2),
  ms: fc.constantFrom(1, leaseMs / 2, leaseMs, retryMs),
});

const period = 60 * 60 * 1000;

/** Whoever holds the lease by the rules, beside what the database says. */
async function follow(steps: Step[]): Promise<void> {
  await emptyTables();
  const leases = new Map<number, Lease>();
  const doneSlots = new Set<number>();
  const attempts = new Map<number, number>();
  let now = testNow.getTime();
  let holder: { who: number; until: number } | undefined;
  for (const { kind, who, ms } of steps) {
    const lease = leases.get(who);
    const isHolder = holder?.who === who;
    if (kind === 'pass') now += ms;
    if (kind === 'claim') {
      const slot = Math.floor(now / period) * period;
      const claimed = await claim('backup', new Date(slot), new Date(now));
      if ('lease' in claimed) {
        assert.ok(!holder || holder.until <= now, 'two held it at once');
        assert.ok(!doneSlots.has(slot), 'it was done before');
        leases.set(who, claimed.lease);
        attempts.set(slot, (attempts.get(slot) ?? 0) + 1);
        holder = { who, until: now + leaseMs };
      } else if (claimed.refusal === 'running') assert.ok(holder && holder.until > now);
      else {
        const over = doneSlots.has(slot) || attempts.get(slot) === maxAttempts;
        assert.equal(claimed.refusal === 'settled', over);
        if (holder && holder.until <= now) holder = undefined;
      }
    }
    if (kind === 'renew' && lease) {
      const isOurs = await renew(lease, new Date(now));
      assert.equal(isOurs, isHolder);
      if (holder && isOurs) holder.until = now + leaseMs;
    }
    if ((kind === 'done' || kind === 'failed') && lease) {
      const ended = await finish(lease, { outcome: kind, message: 'It ran.' }, new Date(now));
      assert.equal(ended, isHolder);
      if (ended && kind === 'done') doneSlots.add(lease.dueAt.getTime());
      if (ended) holder = undefined;
    }
    const open = (await runs()).filter(({ endedAt }) => !endedAt);
    assert.equal(open.length, holder ? 1 : 0);
  }
}

test('whatever happens in whatever order, one at a time holds the lease, and nothing is done twice', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), follow), { numRuns: 60 });
});
